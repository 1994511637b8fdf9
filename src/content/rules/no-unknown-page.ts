import {caseStudyExample, noteExample, pageExample, updateExample} from '../examples/example-files.ts';
import {nearestPlace} from '../nearest.ts';
import {addressOf, pageIdOf} from '../page-id.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {KeyPath, SourceDocument} from '../source-document.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages, isPage} from '../toolkit.ts';

const NOTE = 'blog/_pending/floods.md';
const CONFIG = 'toolkit.config.ts';

const withdrawn = (replacedBy: string) =>
  pageExample('Floods', `withdrawn: {on: 2026-10-01, why: It no longer holds., replaced_by: ${replacedBy}}\n`);

const naming = (page: string) =>
  `export default {"priorities": [{"id": "homes", "label": "Homes", "page": "${page}"}]};\n`;

export const noUnknownPage: Rule = {
  id: 'no-unknown-page',
  group: 'model',
  summary: 'Every page id named in front matter or configuration is the id of a page.',
  why: 'A note or a vocabulary that names no page leads readers nowhere.',
  good: [
    {[NOTE]: noteExample('pages: [index, priorities/homes]\n')},
    {[NOTE]: noteExample('pages: [handbook/about/us]\n'), 'handbook/about/us.md': pageExample('About us')},
    {[NOTE]: noteExample('pages: [floods]\n'), 'docs/floods.md': '---\ntitle: Not: readable\n---\nWords.\n'},
    {
      [NOTE]: noteExample('pages: [gone]\neditions: [2025-10]\n'),
      'versioned_docs/version-2025-10/gone.md': '---\n---\nWords.\n',
    },
    {'docs/floods.md': withdrawn('case-studies/weir'), 'docs/case-studies/weir.md': caseStudyExample()},
    {'versioned_docs/version-2025-10/gone.md': '---\n---\nWords.\n', 'blog/a.md': updateExample('2025-10-01', 'gone')},
    {
      'docs/floods.md': pageExample('Floods', 'redirect_from: [/toolkit/rivers/]\n'),
      'blog/a.md': updateExample('2025-10-01', 'rivers'),
    },
    {[CONFIG]: naming('priorities/homes')},
  ],
  bad: [
    {[NOTE]: noteExample('pages: [index, priorities/hoems]\n')},
    {[NOTE]: noteExample('pages: [docs/priorities/homes.md]\n')},
    {
      [NOTE]: noteExample('pages: ["2025-10:index"]\n'),
      'versioned_docs/version-2025-10/index.md': '---\n---\nWords.\n',
    },
    {[NOTE]: noteExample('pages: [gone]\n'), 'versioned_docs/version-2025-10/gone.md': '---\n---\nWords.\n'},
    {[NOTE]: noteExample('pages: [about/us]\n'), 'handbook/about/us.md': pageExample('About us')},
    {'blog/a.md': updateExample('2026-11-24', 'priorities/hoems')},
    {'docs/floods.md': withdrawn('homes')},
    {[CONFIG]: naming('priorities/hoems')},
    {
      [CONFIG]:
        'export default {"predecessor": {"name": "A trust", "until": "2020-12-31", "notice": "The trust wrote it before.", "told_on": ["start"]}};\n',
    },
  ],
  check: (toolkit) => {
    const ids = toolkit.documents.filter(isPage).map(({document}) => pageIdOf(document.path));
    const past = new Set([
      ...ids,
      ...toolkit.editions.flatMap(({pages}) => pages.map(({id}) => id)),
      ...toolkit.published.ids,
    ]);
    const moved = new Set(allPages(toolkit).flatMap(({data}) => data.redirect_from ?? []));
    return [
      ...toolkit.notes.flatMap(({document, data}) =>
        data.pages.flatMap((id, index) =>
          isInEdition(toolkit, id, data.editions) || isTakenAway(toolkit, data.kind, id)
            ? []
            : unknownAt(document, ['pages', index], id, ids),
        ),
      ),
      ...toolkit.updates.flatMap(({document, data}) =>
        data.changes
          .flatMap(({pages}, change) => pages.map((id, index) => ({id, path: ['changes', change, 'pages', index]})))
          // What was published stays as it is when a page moves on or is kept by an edition alone.
          .filter(({id}) => !past.has(id) && !moved.has(addressOf(id)))
          .flatMap(({id, path}) => unknownAt(document, path, id, ids)),
      ),
      ...allPages(toolkit).flatMap(({document, data}) => {
        const id = data.withdrawn?.replaced_by;
        return id === undefined ? [] : unknownAt(document, ['withdrawn', 'replaced_by'], id, ids);
      }),
      ...unknownInConfig(toolkit, ids),
    ];
  },
};

/** An erratum may be to a page that only the edition still has. */
function isInEdition({editions}: Toolkit, id: string, names: readonly string[] = []): boolean {
  return editions.some(({name, pages}) => names.includes(name) && pages.some((page) => page.id === id));
}

/** A note may tell of a page that its change takes away. */
function isTakenAway({published}: Toolkit, kind: string, id: string): boolean {
  return ['content-removed', 'page-moved'].includes(kind) && published.texts.has(id);
}

function unknownAt(document: SourceDocument, path: KeyPath, id: string, ids: string[]): Finding[] {
  if (ids.includes(id)) return [];
  return [{path: document.path, place: document.placeOf(path), ...unknown(id, ids)}];
}

function unknown(id: string, ids: string[]): Pick<Finding, 'problem' | 'fix'> {
  const [, edition, pageId = ''] = /^([^:]+):(.+)$/.exec(id) ?? [];
  if (edition !== undefined) {
    return {
      problem: `\`${id}\`, a page of an edition, is named, expected the id of a page of today`,
      fix: `Write \`${pageId}\`, and name the edition with \`editions: [${edition}]\`.`,
    };
  }
  const near = nearestPlace(id, ids);
  return {
    problem: `\`${id}\` is named, expected the id of a page (its path without \`docs/\` and \`.md\`)`,
    fix: near ? `Write \`${near}\`, the nearest of the ids.` : 'Write the id of a page that exists.',
  };
}

function unknownInConfig({config}: Toolkit, ids: string[]): Finding[] {
  const named = [...config.priorities, ...config.approaches].flatMap(({page}) => page ?? []);
  return [...named, ...(config.predecessor?.told_on ?? [])]
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      path: CONFIG,
      ...unknown(id, ids),
      fix: `Take \`page: '${id}'\` out if the page is gone, or write the id of a page that exists.`,
    }));
}
