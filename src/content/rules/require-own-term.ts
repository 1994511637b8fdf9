import {pageExample} from '../examples/example-files.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {Toolkit} from '../toolkit.ts';

const CONFIG = `export default {
  "priorities": [{"id": "homes", "label": "Homes", "page": "priorities/homes"}, {"id": "roads", "label": "Roads"}],
  "approaches": [{"id": "wardens", "label": "Wardens", "page": "approaches/wardens"}]
};
`;

const files = (homes: string, wardens: string) => ({
  'toolkit.config.ts': CONFIG,
  'docs/priorities/homes.md': pageExample('Homes', homes),
  'docs/approaches/wardens.md': pageExample('Wardens', wardens),
});

export const requireOwnTerm: Rule = {
  id: 'require-own-term',
  group: 'model',
  summary: 'The page that the configuration names for a priority or an approach lists that term itself.',
  why: 'Lists, related case studies and the updates of a priority are made from what pages list.',
  good: [
    files('priorities: [homes]\n', 'approaches: [wardens]\n'),
    files('priorities: [roads, homes]\napproaches: [wardens]\n', 'priorities: [homes]\napproaches: [wardens]\n'),
    {'docs/priorities/roads.md': pageExample('Roads')},
  ],
  bad: [
    files('', 'approaches: [wardens]\n'),
    files('priorities: [roads]\n', 'approaches: [wardens]\n'),
    files('priorities: [homes]\n', 'priorities: [homes]\n'),
  ],
  check: (toolkit) => [...missingTerms(toolkit, 'priorities'), ...missingTerms(toolkit, 'approaches')],
};

function missingTerms({config, pages}: Toolkit, vocabulary: 'priorities' | 'approaches'): Finding[] {
  return config[vocabulary].flatMap(({id, page: pageId}) => {
    const page = pages.find((candidate) => candidate.id === pageId);
    if (!page || page.data[vocabulary]?.includes(id)) return [];
    const {document} = page;
    return [
      {
        path: document.path,
        place: document.placeOf([vocabulary]),
        problem: `page is named for \`${id}\` in the configuration, expected \`${id}\` among its \`${vocabulary}\``,
        fix: `Add \`${id}\` to \`${vocabulary}\`.`,
      },
    ];
  });
}
