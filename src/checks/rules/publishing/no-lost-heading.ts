import {diffPages} from '../../../diff/diff-pages.ts';
import type {Edit} from '../../../diff/edit.ts';
import {nearest} from '../../../format/nearest.ts';
import {anchorsOf, formerHeadingsOf} from '../../../markdown/headings/former-headings.ts';
import {headingsOf} from '../../../markdown/headings/headings.ts';
import {recordedText} from '../../../model/pages/known-pages.ts';
import type {Finding} from '../../../model/problem.ts';
import {allPages, type PageEntry, type Toolkit} from '../../../model/toolkit.ts';
import {pageExample} from '../../examples/example-files.ts';
import type {Rule} from '../../rule.ts';

const BEFORE = '## First steps\n\nLook.\n\n## Boats\n\nRow.';
const RENAMED = '## First steps\n\nLook.\n\n## Rowing boats\n\nRow.';

const RECORD = {
  'blog/_published/2026-11-02/index.md': pageExample('Start'),
  'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes'),
  'blog/_published/2026-11-02/priorities/floods.md': pageExample('Floods', '', BEFORE),
};
const NOTE = {
  'blog/_pending/floods.md':
    '---\nkind: content-changed\nsignificance: minor\npages: [priorities/floods]\nnote: The section on boats has another name.\n---\n',
};

const now = (words: string, former = '{}') => ({
  ...RECORD,
  ...NOTE,
  'docs/priorities/floods.md': pageExample('Floods', `former_headings: ${former}\n`, words),
});

export const noLostHeading: Rule = {
  id: 'no-lost-heading',
  group: 'model',
  summary: 'Links to a published heading still reach a heading on the page. `former_headings` lists only old headings.',
  why: 'People link to sections. If a heading disappears, their link opens the top of the page instead.',
  good: [
    now(`${BEFORE}\n\nRow fast.`),
    now(RENAMED, '{boats: rowing-boats}'),
    now('## Boats\n\nRow.\n\n## First steps\n\nLook.', '{begin: first-steps, start: first-steps}'),
    now('## First steps\n\nLook.', '{boats: first-steps}'),
    now('## First steps\n\nLook.'),
  ],
  bad: [
    now(RENAMED),
    now('## First steps\n\nLook.\n\nRow.'),
    now('## Where to begin\n\nLook.\n\n## Rowing boats\n\nRow.', '{boats: rowing-boats}'),
    now(RENAMED, '{boats: rowing-boat}'),
    now(BEFORE, '{first-steps: boats}'),
    now(BEFORE, '{begin: start, start: first-steps}'),
  ],
  check: (toolkit) => allPages(toolkit).flatMap((page) => [...lostOn(page, toolkit), ...brokenOn(page)]),
};

/**
 * Published anchors that no longer work. A removed section is a change that a note covers: links to it then open the page.
 */
function lostOn(page: PageEntry, toolkit: Toolkit): Finding[] {
  const published = recordedText(toolkit, page);
  if (!published || published.text === page.document.text) return [];
  const current = anchorsOf(page.document);
  const lost = [...anchorsOf(published.document())].filter((anchor) => !current.has(anchor));
  if (lost.length === 0) return [];
  const {edits} = diffPages(published.document(), page.document, toolkit.config.vocabularies);
  const removed = new Set(edits.flatMap(removedHeadings));
  const titles = new Map(headingsOf(published.text).map(({anchor, text}) => [anchor, text]));
  return lost.flatMap((anchor): Finding[] => {
    const title = titles.get(anchor);
    if (title !== undefined && removed.has(title)) return [];
    const heir = edits.find(({part, before}) => part === 'heading' && before !== undefined && before === title)?.after;
    return [
      {
        path: page.document.path,
        place: page.document.placeOf(['former_headings']),
        problem: `published heading \`#${anchor}\` is missing, expected the heading or an entry in \`former_headings\``,
        fix:
          heir === undefined
            ? `Choose the heading that old links should reach, and add \`${anchor}: <its anchor>\` to \`former_headings\`.`
            : `Run \`npm run rename-heading -- "${page.id}#${anchor}" "${heir}"\`, which also updates links to it.`,
      },
    ];
  });
}

/** The headings of a section that was removed as a whole. */
function removedHeadings({kind, part, before = '', contents}: Edit): string[] {
  if (kind !== 'removed' || part !== 'section') return [];
  return [before, ...contents.flatMap((edit) => (edit.part === 'heading' ? (edit.before ?? []) : []))];
}

function brokenOn({document}: PageEntry): Finding[] {
  const former = Object.entries(formerHeadingsOf(document));
  if (former.length === 0) return [];
  const present = headingsOf(document.text).map(({anchor}) => anchor);
  return former.flatMap(([anchor, heir]): Finding[] => {
    const at = {path: document.path, place: document.placeOf(['former_headings', anchor])};
    if (present.includes(anchor)) {
      const problem = `\`${anchor}\` is the anchor of a current heading, expected the anchor of an old one`;
      return [{...at, problem, fix: 'Remove the line.'}];
    }
    if (present.includes(heir)) return [];
    const near = nearest(heir, present);
    const problem = `\`${anchor}\` points to \`#${heir}\`, expected a heading on this page`;
    const fix = near ? `Write \`${near}\`, the nearest heading.` : 'Remove the line, or restore the heading.';
    return [{...at, problem, fix}];
  });
}
