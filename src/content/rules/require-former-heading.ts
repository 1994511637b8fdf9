import {pageExample} from '../examples/example-files.ts';
import {lostHeadings} from '../moves/former-headings.ts';
import type {Rule} from '../rule.ts';
import {allPages} from '../toolkit.ts';

const LIVE = 'docs/priorities/floods.md';
const BEFORE = pageExample('Floods', '', '## First steps\n\nLook.\n\n## Boats\n\nRow.');
const RECORD = {
  'blog/_published/2026-11-02/index.md': pageExample('Start'),
  'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes'),
  'blog/_published/2026-11-02/priorities/floods.md': BEFORE,
};
const NOTE = {
  'blog/_pending/floods.md':
    '---\nkind: content-changed\nsignificance: minor\npages: [priorities/floods]\nnote: The section on boats has another name.\n---\n',
};

const now = (words: string, more = '') => ({...RECORD, ...NOTE, [LIVE]: pageExample('Floods', more, words)});

export const requireFormerHeading: Rule = {
  id: 'require-former-heading',
  group: 'model',
  summary: 'A heading that was published keeps its address, whatever it is called now.',
  why: 'People link to sections: a link that ends at the top of a page has lost what it was for.',
  good: [
    now('## First steps\n\nLook.\n\n## Boats\n\nRow fast.'),
    now('## First steps\n\nLook.\n\n## Rowing boats\n\nRow.', 'former_headings: {boats: rowing-boats}\n'),
    now('## Boats\n\nRow.\n\n## First steps\n\nLook.'),
    now('## First steps\n\nLook.', 'former_headings: {boats: first-steps}\n'),
  ],
  bad: [
    now('## First steps\n\nLook.\n\n## Rowing boats\n\nRow.'),
    now('## First steps\n\nLook.'),
    now('## Where to begin\n\nLook.\n\n## Rowing boats\n\nRow.', 'former_headings: {boats: rowing-boats}\n'),
  ],
  check: (toolkit) =>
    allPages(toolkit).flatMap((page) =>
      lostHeadings(toolkit, page).map(({anchor, heir}) => ({
        path: page.document.path,
        place: page.document.placeOf(['former_headings']),
        problem: `heading \`#${anchor}\` was published and is gone, expected its address to lead to a heading that stands`,
        fix:
          heir === undefined
            ? 'Bring a heading back: the page has none that the address could lead to.'
            : `Run \`npm run rename-heading -- "${page.id}#${anchor}" "${heir}"\`, or name another heading of the page in its place.`,
      })),
    ),
};
