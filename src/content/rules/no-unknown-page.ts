import {nearest} from '../nearest.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {KeyPath, SourceDocument} from '../source-document.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

export const noUnknownPage: Rule = {
  id: 'no-unknown-page',
  group: 'model',
  summary: 'Every page id named in front matter or configuration is the id of a page.',
  why: 'A note or a vocabulary that names no page leads readers nowhere.',
  good: [{}],
  bad: [
    {
      'blog/_pending/floods.md':
        '---\nkind: content-changed\nsignificance: major\npages: [priorities/flods]\nnote: The figure for 2024 was put right.\n---\n',
    },
  ],
  check: (toolkit) => {
    const ids = toolkit.documents
      .filter(({kind}) => kind === 'page' || kind === 'case-study')
      .map(({document}) => document.path.replace(/^docs\//, '').replace(/\.md$/, ''));
    return [
      ...toolkit.notes.flatMap(({document, data}) => unknownIn(document, ['pages'], data.pages, ids)),
      ...toolkit.updates.flatMap(({document, data}) =>
        data.changes
          // An edition keeps its own pages; only a change of today's text must name today's pages.
          .flatMap((change, index) => unknownIn(document, ['changes', index, 'pages'], change.pages, ids)),
      ),
      ...allPages(toolkit).flatMap(({document, data}) => {
        const id = data.withdrawn?.replaced_by;
        return id === undefined ? [] : unknownAt(document, ['withdrawn', 'replaced_by'], id, ids);
      }),
      ...unknownTerms(toolkit, ids),
    ];
  },
};

function unknownIn(document: SourceDocument, path: KeyPath, named: readonly string[], ids: string[]): Finding[] {
  return named.flatMap((id, index) => unknownAt(document, [...path, index], id, ids));
}

function unknownAt(document: SourceDocument, path: KeyPath, id: string, ids: string[]): Finding[] {
  if (ids.includes(id)) return [];
  return [{path: document.path, place: document.placeOf(path), ...unknown(id, ids)}];
}

function unknown(id: string, ids: string[]): Pick<Finding, 'problem' | 'fix'> {
  const near = nearest(id, ids);
  return {
    problem: `\`${id}\` is named, expected the id of a page (its path without \`docs/\` and \`.md\`)`,
    fix: near ? `Write \`${near}\`, the nearest of the ids.` : 'Write the id of a page that exists.',
  };
}

function unknownTerms({config}: Toolkit, ids: string[]): Finding[] {
  return [...config.priorities, ...config.approaches]
    .filter((term) => term.page !== undefined && !ids.includes(term.page))
    .map((term) => ({path: 'toolkit.config.ts', ...unknown(String(term.page), ids)}));
}
