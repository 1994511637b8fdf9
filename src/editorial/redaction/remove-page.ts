import type {Definition, Link} from 'mdast';
import {markdownParser} from '../../markdown/parse-markdown.ts';
import {visit} from '../../markdown/visit.ts';
import {fileText} from '../../model/files/file-text.ts';
import {addressOf, editionPageOf, withSlash} from '../../model/pages/page-id.ts';
import {renderPlace} from '../../model/problem.ts';
import {recordedAddress} from '../../model/routes/address-record.ts';
import {resolveLink} from '../../model/routes/resolve-link.ts';
import {addressOfSource, fileOfTarget} from '../../model/routes/source-files.ts';
import {allPages, type SourceFile, type Toolkit} from '../../model/toolkit.ts';
import {applyRedactions} from './redact-text.ts';
import type {Removed} from './remove-text.ts';

/** A page that goes: its file, and its addresses without the base URL of the site. */
interface GonePage {
  path: string;
  addresses: readonly string[];
}

/** Removes a page whole: its file, its texts on record and in editions, its records, and everything that names it. */
export function removePage(files: readonly SourceFile[], toolkit: Toolkit, id: string): Removed {
  // A note that names other pages too is for an editor to change: the check of the result reports it.
  const idle = toolkit.notes
    .filter(({data}) => data.pages.every((page) => page === id))
    .map(({document}) => document.path);
  const removed: Removed = {
    files: files.filter(({path}) => isOf(path, id) || idle.includes(path)),
    redacted: [],
    faults: [],
  };
  const gone = removed.files
    .filter(({path}) => path.endsWith('.md') && !path.startsWith('blog/'))
    .map(({path}) => toGone(path, toolkit, id));
  const sidebars = gone.map(({path}) => `versioned_sidebars/version-${editionPageOf(path).edition}-sidebars.json`);
  const change = (before: SourceFile, text: string, after: string) => {
    if (after !== text) removed.redacted.push({path: before.path, before, text: after, places: []});
  };
  for (const file of files) {
    const {path} = file;
    const text = fileText(file.bytes);
    if (text === undefined || removed.files.includes(file)) continue;
    if (sidebars.includes(path)) {
      change(file, text, `${JSON.stringify(pruneSidebars(JSON.parse(text), id), null, 2)}\n`);
    }
    if (!/^(docs|handbook|versioned_docs)\/.+\.md$/.test(path)) continue;
    const links = linksTo(gone, toolkit, path, text);
    // An edition is not edited by hand, so its links become text; those of live pages are for an editor to change.
    if (path.startsWith('versioned_docs/')) change(file, text, unlink(text, links));
    else removed.faults.push(...links.map((link) => linked(renderPlace(path, link.position?.start))));
  }
  return removed;
}

/** Whether a file is the page's own: its live text, its text in an edition or on record, or a record of its reviews or addresses. */
function isOf(path: string, id: string): boolean {
  const live = id.startsWith('handbook/') ? `${id}.md` : `docs/${id}.md`;
  const recorded = /^blog\/_published\/[^/]+\/(.+)\.md$/.exec(path)?.[1];
  const isRecord = path === `ledgers/reviews/${id}.json` || recordedAddress(path)?.pageId === id;
  return path === live || recorded === id || editionPageOf(path).id === id || isRecord;
}

function toGone(path: string, toolkit: Toolkit, id: string): GonePage {
  if (editionPageOf(path).id !== '') return {path, addresses: [addressOfSource(path)]};
  const earlier = allPages(toolkit).find((page) => page.id === id)?.data.redirect_from ?? [];
  return {path, addresses: [addressOfSource(path), addressOf(id), ...earlier]};
}

/** The links of a page to pages that go. */
function linksTo(gone: readonly GonePage[], {config}: Toolkit, from: string, text: string): (Link | Definition)[] {
  const found: (Link | Definition)[] = [];
  const names = gone.map(({path}) => /([^/]+)\.md$/.exec(path)?.[1] ?? path);
  if (!names.some((name) => text.includes(name))) return found;
  visit(markdownParser.parse(text), ['link', 'definition'], (node) => {
    const link = node as Link | Definition;
    const file = fileOfTarget(from, link.url);
    const target = file === undefined ? resolveLink(config, addressOfSource(from), link.url) : undefined;
    const isGone = gone.some(({path, addresses}) =>
      target ? target.kind === 'here' && addresses.includes(withSlash(target.address)) : file === path,
    );
    if (isGone) found.push(link);
  });
  return found;
}

/** Replaces links with their text as it is written. */
function unlink(text: string, links: readonly (Link | Definition)[]): string {
  const edits = links.map((link) => {
    const [start, end] = [link.position?.start.offset ?? 0, link.position?.end.offset ?? 0];
    const children = link.type === 'link' ? link.children : [];
    const label = text.slice(children[0]?.position?.start.offset ?? 0, children.at(-1)?.position?.end.offset ?? 0);
    return {start, end, text: label, places: []};
  });
  return applyRedactions(text, edits).text;
}

function linked(place: string) {
  return {
    problem: `${place}: links to the page that is to be removed, expected no such link`,
    fix: 'Remove or change the link, with a change note, then run this command again.',
  };
}

/** The sidebars of an edition without a page, and without categories that have nothing else. */
export function pruneSidebars(sidebars: unknown, id: string): unknown {
  if (Array.isArray(sidebars)) {
    const kept = sidebars.filter((item) => !isItemOf(item, id)).map((item) => pruneSidebars(item, id));
    return kept.filter((item) => !isEmpty(item));
  }
  if (typeof sidebars !== 'object' || sidebars === null) return sidebars;
  const kept = Object.entries(sidebars).filter(([key, value]) => !(key === 'link' && isItemOf(value, id)));
  return Object.fromEntries(kept.map(([key, value]) => [key, pruneSidebars(value, id)]));
}

/** A page is listed by its id, or as an item with this id: https://docusaurus.io/docs/sidebar/items */
function isItemOf(item: unknown, id: string): boolean {
  const {type, id: named} = (item ?? {}) as {type?: unknown; id?: unknown};
  return item === id || ((type === 'doc' || type === 'ref') && named === id);
}

function isEmpty(item: unknown): boolean {
  const {type, items, link} = (item ?? {}) as {type?: unknown; items?: unknown[]; link?: unknown};
  return type === 'category' && items?.length === 0 && link === undefined;
}
