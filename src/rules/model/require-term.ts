import type {Finding} from '../../content/problem.ts';
import {NAVIGATION_FILE} from '../../content/schemas/navigation-schema.ts';
import {guidanceVocabularies, termIdsIn, type Vocabulary} from '../../content/schemas/vocabulary-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {listWords} from '../../format/nearest.ts';
import {caseStudyExample, pageExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';

const CONFIG = `export default {
  "vocabularies": {
    "priorities": {
      "label": "Priorities",
      "singular": "Priority",
      "terms": [{"id": "homes", "label": "Homes"}, {"id": "roads", "label": "Roads"}]
    },
    "approaches": {"label": "Approaches", "singular": "Approach", "terms": [{"id": "wardens", "label": "Wardens"}]}
  }
};
`;

const named = (homes: string, wardens = 'approaches: [wardens]\n') => ({
  'toolkit.config.ts': CONFIG,
  [NAVIGATION_FILE]: '{"pages": {"homes": "priorities/homes", "wardens": "approaches/wardens"}}\n',
  'docs/priorities/homes.md': pageExample('Homes', homes),
  'docs/approaches/wardens.md': pageExample('Wardens', wardens),
});

export const requireTerm: Rule = {
  id: 'require-term',
  group: 'model',
  summary: 'The page about a term lists that term in its front matter, and a case study has at least one term.',
  why: 'Lists of related pages are built from the terms in front matter.',
  good: [
    named('priorities: [roads, homes]\napproaches: [wardens]\n'),
    {'docs/case-studies/weir.md': '---\ntitle: The weir\n---\nWords.\n'},
    {'docs/priorities/floods.md': pageExample('Floods')},
  ],
  bad: [
    named(''),
    named('priorities: [homes]\n', 'priorities: [homes]\n'),
    {'docs/case-studies/weir.md': caseStudyExample()},
  ],
  check: (toolkit) => {
    const vocabularies = guidanceVocabularies(toolkit.config);
    const missing = vocabularies.flatMap((vocabulary) => missingTerms(toolkit, vocabulary));
    return [...missing, ...withoutTerm(toolkit, vocabularies)];
  },
};

function missingTerms({pages}: Toolkit, {key, terms}: Vocabulary): Finding[] {
  return terms.flatMap(({id, label, page: pageId}) => {
    const page = pages.find((candidate) => candidate.id === pageId);
    if (!page || termIdsIn(page.data, {key}).includes(id)) return [];
    const {document} = page;
    return {
      ...placeOfKey(document, [key]),
      problem: `\`navigation.json\` names this page for \`${id}\`, expected \`${id}\` in its \`${key}\``,
      fix: `Add \`${id}\` to \`${key}\`.`,
      form: `This is the page about “${label}”. Choose that under \`${key}\`.`,
    };
  });
}

/** Case studies that the page of no term lists. */
function withoutTerm({caseStudies}: Toolkit, vocabularies: readonly Vocabulary[]): Finding[] {
  const [first] = vocabularies;
  const hasNone = ({data}: Toolkit['caseStudies'][number]) =>
    !data.withdrawn && vocabularies.every((vocabulary) => termIdsIn(data, vocabulary).length === 0);
  return (first ? caseStudies.filter(hasNone) : []).map(({document}) => ({
    ...placeOfKey(document, []),
    severity: 'warning',
    problem: `case study has no term of ${listWords(vocabularies.map(({key}) => key))}, expected at least one`,
    fix: `Add \`${first?.key}\` with the terms that it is about.`,
  }));
}
