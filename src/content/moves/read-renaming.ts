import type {PageHeading} from '../headings.ts';
import {headingsOf} from '../headings.ts';
import {listWords, nearest} from '../nearest.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {formerHeadingsOf, recordedAnchors} from './former-headings.ts';
import {idFrom, pageIds, unknownPage} from './page-file.ts';

/** A heading that is to have other words, or an anchor that is to lead to a heading. */
export interface Renaming {
  page: PageEntry;
  anchor: string;
  /** The heading as it stands; `undefined` where it is gone and its anchor alone is to live on. */
  heading: PageHeading | undefined;
  /** The heading that the anchor leads to then. */
  heir: Pick<PageHeading, 'anchor' | 'text'>;
  /** The text of the page with the heading's new words. */
  text: string;
}

const USAGE = 'Write `npm run rename-heading -- "<page>#<heading>" "New heading"`.';

/** Reads what the words on the command line ask for, or says everything that is wrong with it. */
export function readRenaming(words: readonly string[], toolkit: Toolkit): Renaming | Fault[] {
  const [place = '', title] = words;
  const [, pageWord = '', anchor = ''] = /^([^#]*)#(.+)$/s.exec(place) ?? [];
  if (title === undefined || words.length > 2 || anchor === '') {
    const problem = `${words.map((word) => `\`${word}\``).join(', ') || 'nothing'} given, expected a page with \`#\` and its heading, and the new words in quotes`;
    return [{problem, fix: USAGE}];
  }
  const id = idFrom(pageWord);
  const page = allPages(toolkit).find((entry) => entry.id === id);
  if (!page) return [unknownPage(id, pageIds(toolkit))];
  const headings = headingsOf(page.document.text);
  const heading = headings.find((candidate) => candidate.anchor === anchor);
  return heading
    ? renameStanding(page, heading, headings, title.trim())
    : aliasGone(toolkit, page, anchor, headings, title.trim());
}

/** A heading that stands: it gets new words, and no other heading another anchor. */
function renameStanding(
  page: PageEntry,
  heading: PageHeading,
  headings: readonly PageHeading[],
  title: string,
): Renaming | Fault[] {
  const {text} = page.document;
  if (title === heading.text || title === text.slice(heading.start, heading.end)) {
    return [{problem: `heading is called \`${title}\` already, expected other words`, fix: USAGE}];
  }
  const renamed = text.slice(0, heading.start) + title + text.slice(heading.end);
  const after = headingsOf(renamed);
  const index = headings.indexOf(heading);
  const now = after[index];
  if (title === '' || /\n/.test(title) || after.length !== headings.length || !now || now.depth !== heading.depth) {
    return [{problem: `\`${title}\` would not be a heading, expected words in one line`, fix: USAGE}];
  }
  const twin = headings.find((other) => other !== heading && other.text.toLowerCase() === now.text.toLowerCase());
  // A heading may go back to the name that it had, though another has it too.
  if (twin && formerHeadingsOf(page.document)[now.anchor] !== heading.anchor) {
    const problem = `another heading of the page is called \`${twin.text}\`, expected words that no other has`;
    return [{problem, fix: 'Choose other words, or make one section of the two.'}];
  }
  const shifted = headings.findIndex((other, at) => at !== index && other.anchor !== after[at]?.anchor);
  if (shifted >= 0) {
    const other = headings[shifted];
    const problem = `${listWords(headings.filter(({text: words}) => words === heading.text).map(({anchor}) => `#${anchor}`)).replace(' or ', ' and ')} have the same words, and \`#${other?.anchor}\` would lead to another section, expected headings that differ`;
    return [{problem, fix: `Rename \`#${other?.anchor}\` first.`}];
  }
  return {page, anchor: heading.anchor, heading, heir: now, text: renamed};
}

/** A heading that somebody renamed or took out by hand: its anchor is to lead to one that stands. */
function aliasGone(
  toolkit: Toolkit,
  page: PageEntry,
  anchor: string,
  headings: readonly PageHeading[],
  title: string,
): Renaming | Fault[] {
  const known = new Set([...Object.keys(formerHeadingsOf(page.document)), ...(recordedAnchors(toolkit, page) ?? [])]);
  if (!known.has(anchor)) {
    const anchors = headings.map((heading) => heading.anchor);
    const slug = headings.find(({text}) => text.toLowerCase() === anchor.toLowerCase())?.anchor;
    const near = slug ?? nearest(anchor.toLowerCase(), anchors) ?? nearest(anchor, anchors);
    const problem = `page \`${page.id}\` has no heading \`#${anchor}\`, expected ${anchors.length > 0 ? listWords(anchors.map((one) => `#${one}`)) : 'a page with headings'}`;
    return [{problem, fix: near ? `Write \`${page.id}#${near}\`, the nearest of these.` : USAGE}];
  }
  const heir = headings.find(({text, anchor: one}) => text === title || one === title);
  if (heir) return {page, anchor, heading: undefined, heir, text: page.document.text};
  const near = nearest(
    title,
    headings.map(({text}) => text),
  );
  return [
    {
      problem: `\`#${anchor}\` is gone and page \`${page.id}\` has no heading \`${title}\`, expected one that stands: the old address is to lead there`,
      fix: near ? `Write \`"${near}"\`, the nearest of its headings.` : 'Write the words of a heading of the page.',
    },
  ];
}
