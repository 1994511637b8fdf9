import {listWords, nearest} from '../../format/nearest.ts';
import {setKey} from '../../markdown/edit/edit-front-matter.ts';
import {editLinks} from '../../markdown/edit/link-destinations.ts';
import {fileNamedBy} from '../../markdown/edit/moved-links.ts';
import {formerHeadingsOf, recordedAnchors} from '../../markdown/headings/former-headings.ts';
import type {PageHeading} from '../../markdown/headings/headings.ts';
import {headingsOf} from '../../markdown/headings/headings.ts';
import {fileText} from '../../model/files/file-text.ts';
import {idFrom, pageIds, pageWithId, unknownPage, wasPublished} from '../../model/pages/known-pages.ts';
import {withSlash} from '../../model/pages/page-id.ts';
import type {Fault} from '../../model/problem.ts';
import {compareText} from '../../model/problem.ts';
import {resolveLink} from '../../model/routes/resolve-link.ts';
import {addressOfSource, decode} from '../../model/routes/source-files.ts';
import type {PageEntry, SourceFile, Toolkit} from '../../model/toolkit.ts';
import {allPages} from '../../model/toolkit.ts';
import type {TreeChange} from './plan-move.ts';
import {LINKING_RE} from './plan-move.ts';

/** A heading that gets a new name, or an old anchor that is to lead to a heading. */
export interface Renaming {
  page: PageEntry;
  anchor: string;
  /** The heading as it is; `undefined` where it is gone and only its anchor lives on. */
  heading: PageHeading | undefined;
  /** The heading that the anchor leads to then. */
  heir: Pick<PageHeading, 'anchor' | 'text'>;
  /** The text of the page with the heading's new name. */
  text: string;
}

const USAGE = 'Write `npm run rename-heading -- "<page>#<heading>" "New heading"`.';

/** Reads the arguments, or says what is wrong with them. */
export function readRenaming(words: readonly string[], toolkit: Toolkit): Renaming | Fault {
  const [place = '', title] = words;
  const [, pageWord = '', anchor = ''] = /^([^#]*)#(.+)$/s.exec(place) ?? [];
  if (title === undefined || words.length > 2 || anchor === '') {
    const given = words.map((word) => `\`${word}\``).join(', ') || 'nothing';
    return {
      problem: `${given} given, expected a page with \`#\` and its heading, and the new name in quotes`,
      fix: USAGE,
    };
  }
  const id = idFrom(pageWord);
  const page = pageWithId(toolkit, id);
  if (!page) return unknownPage(id, pageIds(toolkit));
  const heading = headingsOf(page.document.text).find((candidate) => candidate.anchor === anchor);
  return heading ? renameCurrent(page, heading, title.trim()) : aliasGone(toolkit, page, anchor, title.trim());
}

/** Gives a heading of today a new name, unless another heading would get another anchor. */
function renameCurrent(page: PageEntry, heading: PageHeading, title: string): Renaming | Fault {
  const {text} = page.document;
  if (title === heading.text || title === text.slice(heading.start, heading.end)) {
    return {problem: `heading is called \`${title}\` already, expected another name`, fix: USAGE};
  }
  const headings = headingsOf(text);
  const index = headings.findIndex(({anchor}) => anchor === heading.anchor);
  const others = headings.filter((_, at) => at !== index);
  const renamed = text.slice(0, heading.start) + title + text.slice(heading.end);
  const after = headingsOf(renamed);
  const now = after[index];
  if (title === '' || /\n/.test(title) || after.length !== headings.length || now?.depth !== heading.depth) {
    return {problem: `\`${title}\` would not be a heading, expected a name in one line`, fix: USAGE};
  }
  const twin = others.find((other) => other.text.toLowerCase() === now.text.toLowerCase());
  // A heading may go back to the name that it had, though another has it too.
  if (twin && formerHeadingsOf(page.document)[now.anchor] !== heading.anchor) {
    const problem = `another heading of the page is called \`${twin.text}\`, expected a name of its own`;
    return {problem, fix: 'Choose another name, or join the two sections.'};
  }
  const shifted = headings.find(({anchor}, at) => at !== index && anchor !== after[at]?.anchor);
  if (shifted) {
    const problem = `\`#${shifted.anchor}\` has the same name and would lead to another section, expected headings that differ`;
    return {problem, fix: `Rename \`#${shifted.anchor}\` first.`};
  }
  return {page, anchor: heading.anchor, heading, heir: now, text: renamed};
}

/** A heading was renamed or removed by hand: its anchor is to lead to one of today. */
function aliasGone(toolkit: Toolkit, page: PageEntry, anchor: string, title: string): Renaming | Fault {
  const headings = headingsOf(page.document.text);
  const known = new Set([...Object.keys(formerHeadingsOf(page.document)), ...(recordedAnchors(toolkit, page) ?? [])]);
  if (!known.has(anchor)) {
    const anchors = headings.map((heading) => heading.anchor);
    const near = nearest(anchor.toLowerCase(), anchors) ?? nearest(anchor, anchors);
    const expected = anchors.length > 0 ? listWords(anchors.map((one) => `#${one}`)) : 'a page with headings';
    return {
      problem: `page \`${page.id}\` has no heading \`#${anchor}\`, expected ${expected}`,
      fix: near ? `Write \`${page.id}#${near}\`, the nearest of these.` : USAGE,
    };
  }
  const heir = headings.find(({text, anchor: one}) => text === title || one === title);
  if (heir) return {page, anchor, heading: undefined, heir, text: page.document.text};
  const names = headings.map(({text}) => text);
  const near = nearest(title, names);
  return {
    problem: `\`#${anchor}\` is gone and page \`${page.id}\` has no heading \`${title}\`, expected ${listWords(names)}`,
    fix: near ? `Write \`"${near}"\`, the nearest of its headings.` : 'Write the name of a heading of the page.',
  };
}

/** What becomes of every file: the heading, the anchors that lead to it, and all links to its old anchor. */
export function planRenaming(toolkit: Toolkit, files: readonly SourceFile[], renaming: Renaming): TreeChange {
  const {page, anchor, heir} = renaming;
  const plan: TreeChange = {written: new Map(), removed: [], touched: []};
  const {path} = page.document;
  const addresses = new Set([page.address, ...(page.data.redirect_from ?? [])]);
  const known = new Set(files.map((file) => file.path));
  const pages = new Map(allPages(toolkit).map((entry) => [entry.document.path, entry.id]));

  const isHere = (target: string, from: string): boolean => {
    if (target === '') return from === path;
    const file = fileNamedBy(target, from, known);
    if (file !== undefined || !pages.has(from)) return file === path;
    const destination = resolveLink(toolkit.config, addressOfSource(from), target);
    return destination.kind === 'here' && addresses.has(withSlash(destination.address));
  };
  const renamedUrl = (url: string, from: string): string | undefined => {
    const [, target = '', fragment = ''] = /^([^#]*)#(.*)$/s.exec(url) ?? [];
    if (decode(fragment) !== anchor || heir.anchor === anchor || !isHere(target, from)) return undefined;
    return `${target}#${encodeURI(heir.anchor)}`;
  };

  for (const file of files) {
    if (!LINKING_RE.test(file.path)) continue;
    const text = file.path === path ? withAnchors(toolkit, renaming) : (fileText(file.bytes) ?? '');
    const mayLink = text.includes(`#${anchor}`) || text.includes(encodeURI(`#${anchor}`));
    const after = mayLink ? editLinks(text, (url) => renamedUrl(url, file.path)) : text;
    if (after === fileText(file.bytes)) continue;
    plan.written.set(file.path, after);
    const id = pages.get(file.path);
    if (id !== undefined && file.path !== path) plan.touched.push(id);
  }
  return plan;
}

/** The text of the page with every anchor that readers know and no heading of today has. */
function withAnchors(toolkit: Toolkit, {page, anchor, heir, text}: Renaming): string {
  const former = formerHeadingsOf(page.document);
  const current = new Set(headingsOf(text).map((heading) => heading.anchor));
  const recorded = recordedAnchors(toolkit, page);
  const isKnown = anchor in former || (recorded ? recorded.has(anchor) : wasPublished(toolkit, page.id));
  const led = Object.entries(former).map(([from, to]) => [from, to === anchor ? heir.anchor : to] as const);
  const all = [...led.filter(([from]) => from !== anchor), ...(isKnown ? [[anchor, heir.anchor] as const] : [])];
  const kept = all.filter(([from]) => !current.has(from)).sort(([a], [b]) => compareText(a, b));
  if (JSON.stringify(kept) === JSON.stringify(Object.entries(former))) return text;
  return setKey(text, 'former_headings', kept.length > 0 ? Object.fromEntries(kept) : undefined);
}
