import {diffPages} from '../../changes/diff/diff-pages.ts';
import type {Edit} from '../../changes/diff/edit.ts';
import {setKey} from '../../content/markdown/edit/edit-front-matter.ts';
import {frontMatterEdit} from '../../content/markdown/edit/note-places.ts';
import {anchorsOf, formerHeadingsOf} from '../../content/markdown/headings/former-headings.ts';
import {headingsOf} from '../../content/markdown/headings/headings.ts';
import {once} from '../../content/memo.ts';
import {recordedText} from '../../content/pages/known-pages.ts';
import {compareText, type Finding, type TextEdit} from '../../content/problem.ts';
import {allPages, type PageEntry, type Toolkit} from '../../content/toolkit.ts';
import {nearest} from '../../format/nearest.ts';
import {pageExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';

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
  check: (toolkit) =>
    allPages(toolkit).flatMap((page) => {
      const lost = lostOn(page, toolkit);
      const edit = once(() => repairOf(page, lost));
      const former = formerHeadingsOf(page.document);
      const missing = lost.filter(({anchor}) => !(anchor in former));
      return [...missing.map((lostAnchor) => toFinding(page, lostAnchor, edit())), ...brokenOn(page, lost, edit)];
    }),
};

/** A published anchor that no longer works, and the anchor of its heading if that has only been renamed. */
interface LostAnchor {
  anchor: string;
  successor: string | undefined;
}

/**
 * Published anchors that no longer work. A removed section is a change that a note covers: links to it then open the page.
 */
function lostOn(page: PageEntry, toolkit: Toolkit): LostAnchor[] {
  const published = recordedText(toolkit, page);
  if (!published || published.text === page.document.text) return [];
  const present = headingsOf(page.document.text);
  const current = new Set(present.map(({anchor}) => anchor));
  const former = formerHeadingsOf(page.document);
  const works = (anchor: string) => current.has(anchor) || current.has(former[anchor] ?? '');
  const lost = [...anchorsOf(published.document())].filter((anchor) => !works(anchor));
  if (lost.length === 0) return [];
  const {edits} = diffPages(published.document(), page.document, toolkit.config.vocabularies);
  const removed = new Set(edits.flatMap(removedHeadings));
  const titles = new Map(headingsOf(published.text).map(({anchor, text}) => [anchor, text]));
  const before = formerHeadingsOf(published.document());
  return lost.flatMap((anchor): LostAnchor[] => {
    const title = titles.get(before[anchor] ?? anchor);
    if (title !== undefined && removed.has(title)) return [];
    const renamed = edits.find(({part, before}) => part === 'heading' && before !== undefined && before === title);
    return [{anchor, successor: present.find(({text}) => text === renamed?.after)?.anchor}];
  });
}

function toFinding({document}: PageEntry, {anchor, successor}: LostAnchor, edit: TextEdit | undefined): Finding {
  return {
    ...placeOfKey(document, ['former_headings']),
    problem: `published heading \`#${anchor}\` is missing, expected the heading or an entry in \`former_headings\``,
    fix:
      successor === undefined
        ? `Choose the heading that old links should reach, and add \`${anchor}: <its anchor>\` to \`former_headings\`.`
        : `Add \`${anchor}: ${successor}\` to \`former_headings\`: \`npm run check -- --fix\` does it.`,
    form: `Readers may have links to the heading that was called “${anchor.replaceAll('-', ' ')}”. Write it as it was, or ask a colleague who works with files to redirect those links.`,
    ...(successor !== undefined && {edit}),
  };
}

/**
 * Adds the renamed headings to `former_headings`. Earlier entries follow to the new name, and those of headings that are
 * back are removed.
 */
function repairOf({document}: PageEntry, lost: readonly LostAnchor[]): TextEdit | undefined {
  const former = Object.entries(formerHeadingsOf(document));
  if (former.length === 0 && lost.every(({successor}) => successor === undefined)) return undefined;
  const current = new Set(headingsOf(document.text).map(({anchor}) => anchor));
  const heirs = new Map(lost.flatMap(({anchor, successor}) => (successor === undefined ? [] : [[anchor, successor]])));
  const followed = former.map(([from, to]) => [from, heirs.get(to) ?? to] as const);
  const entries = [...new Map([...followed, ...heirs])]
    .filter(([anchor]) => !current.has(anchor))
    .sort(([a], [b]) => compareText(a, b));
  const text = setKey(document.text, 'former_headings', entries.length > 0 ? Object.fromEntries(entries) : undefined);
  return frontMatterEdit(document, text);
}

/** The headings of a section that was removed as a whole. */
function removedHeadings({kind, part, before = '', contents}: Edit): string[] {
  if (kind !== 'removed' || part !== 'section') return [];
  return [before, ...contents.flatMap((edit) => (edit.part === 'heading' ? (edit.before ?? []) : []))];
}

function brokenOn({document}: PageEntry, lost: readonly LostAnchor[], edit: () => TextEdit | undefined): Finding[] {
  const former = Object.entries(formerHeadingsOf(document));
  if (former.length === 0) return [];
  const present = headingsOf(document.text).map(({anchor}) => anchor);
  return former.flatMap(([anchor, successor]): Finding[] => {
    const isCurrent = present.includes(anchor);
    if (!isCurrent && present.includes(successor)) return [];
    const at = placeOfKey(document, ['former_headings', anchor]);
    if (isCurrent) {
      const problem = `\`${anchor}\` is the anchor of a current heading, expected the anchor of an old one`;
      return [{...at, problem, fix: 'Remove the line.', edit: edit()}];
    }
    const renamed = lost.find((candidate) => candidate.anchor === anchor || candidate.anchor === successor)?.successor;
    const near = renamed ?? nearest(successor, present);
    const problem = `\`${anchor}\` points to \`#${successor}\`, expected a heading on this page`;
    const fix = near ? `Write \`${near}\`, the nearest heading.` : 'Remove the line, or restore the heading.';
    return [{...at, problem, fix, ...(renamed !== undefined && {edit: edit()})}];
  });
}
