import {nearest} from '../../../format/nearest.ts';
import {formerHeadingsOf, lostHeadings} from '../../../markdown/headings/former-headings.ts';
import {headingsOf} from '../../../markdown/headings/headings.ts';
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
  ],
  bad: [
    now(RENAMED),
    now('## First steps\n\nLook.'),
    now('## Where to begin\n\nLook.\n\n## Rowing boats\n\nRow.', '{boats: rowing-boats}'),
    now(RENAMED, '{boats: rowing-boat}'),
    now(BEFORE, '{first-steps: boats}'),
    now(BEFORE, '{begin: start, start: first-steps}'),
  ],
  check: (toolkit) => allPages(toolkit).flatMap((page) => [...lostOn(page, toolkit), ...brokenOn(page)]),
};

function lostOn(page: PageEntry, toolkit: Toolkit): Finding[] {
  return lostHeadings(toolkit, page).map(({anchor, heir}) => ({
    path: page.document.path,
    place: page.document.placeOf(['former_headings']),
    problem: `published heading \`#${anchor}\` is missing, expected the heading or an entry in \`former_headings\``,
    fix:
      heir === undefined
        ? `If you removed the section, choose the heading that old links should reach, and add \`${anchor}: <its anchor>\` to \`former_headings\`.`
        : `Run \`npm run rename-heading -- "${page.id}#${anchor}" "${heir}"\`, which also updates links to it.`,
  }));
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
