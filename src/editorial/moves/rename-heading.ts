import {listWords, nearest} from '../../format/nearest.ts';
import {setKey} from '../../markdown/edit/edit-front-matter.ts';
import {editLinks} from '../../markdown/edit/link-destinations.ts';
import {fileNamedBy} from '../../markdown/edit/moved-links.ts';
import {formerHeadingsOf, recordedAnchors} from '../../markdown/headings/former-headings.ts';
import {headingsOf, type PageHeading} from '../../markdown/headings/headings.ts';
import {fileText} from '../../model/files/file-text.ts';
import {idFrom, pageIds, pageWithId, unknownPage, wasPublished} from '../../model/pages/known-pages.ts';
import {withSlash} from '../../model/pages/page-id.ts';
import {compareText, type Fault} from '../../model/problem.ts';
import {resolveLink} from '../../model/routes/resolve-link.ts';
import {addressOfSource, decode} from '../../model/routes/source-files.ts';
import {allPages, type PageEntry, type SourceFile, type Toolkit} from '../../model/toolkit.ts';
import {LINKING_RE, type TreeChange} from './plan-move.ts';

/** A heading with its new name, or an old anchor with the heading that it will link to. */
export interface Renaming {
  page: PageEntry;
  anchor: string;
  /** The current heading; `undefined` if only its old anchor is left. */
  heading: PageHeading | undefined;
  /** The heading that the anchor links to afterwards. */
  heir: Pick<PageHeading, 'anchor' | 'text'>;
  /** The text of the page with the heading's new name. */
  text: string;
}

const USAGE = 'Write `npm run rename-heading -- "<page>#<heading>" "New heading"`.';

/** Reads the arguments, or returns what is wrong with them. */
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

/** Renames a current heading, unless that would change the anchor of another one. */
function renameCurrent(page: PageEntry, heading: PageHeading, title: string): Renaming | Fault {
  const {text} = page.document;
  if (title === heading.text || title === text.slice(heading.start, heading.end)) {
    return {problem: `heading is already called \`${title}\`, expected another name`, fix: USAGE};
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
  const namesake = others.find((other) => other.text.toLowerCase() === now.text.toLowerCase());
  // A heading may return to an earlier name, even if another heading has it.
  if (namesake && formerHeadingsOf(page.document)[now.anchor] !== heading.anchor) {
    const problem = `another heading of the page is called \`${namesake.text}\`, expected a unique name`;
    return {problem, fix: 'Choose another name, or join the two sections.'};
  }
  const shifted = headings.find(({anchor}, at) => at !== index && anchor !== after[at]?.anchor);
  if (shifted) {
    const problem = `\`#${shifted.anchor}\` has the same name and would link to another section, expected different headings`;
    return {problem, fix: `Rename \`#${shifted.anchor}\` first.`};
  }
  return {page, anchor: heading.anchor, heading, heir: now, text: renamed};
}

/** Links the anchor of a heading that was renamed or removed by hand to a current heading. */
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

/** Plans the renaming: the heading, its old anchors, and all links to them. */
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

/** The text of the page with every known anchor that no current heading has. */
function withAnchors(toolkit: Toolkit, {page, anchor, heir, text}: Renaming): string {
  const former = formerHeadingsOf(page.document);
  const current = new Set(headingsOf(text).map((heading) => heading.anchor));
  const recorded = recordedAnchors(toolkit, page);
  const isKnown = anchor in former || (recorded ? recorded.has(anchor) : wasPublished(toolkit, page.id));
  const redirected = Object.entries(former).map(([from, to]) => [from, to === anchor ? heir.anchor : to] as const);
  const all = [...redirected.filter(([from]) => from !== anchor), ...(isKnown ? [[anchor, heir.anchor] as const] : [])];
  const kept = all.filter(([from]) => !current.has(from)).sort(([a], [b]) => compareText(a, b));
  if (JSON.stringify(kept) === JSON.stringify(Object.entries(former))) return text;
  return setKey(text, 'former_headings', kept.length > 0 ? Object.fromEntries(kept) : undefined);
}
