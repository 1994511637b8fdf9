import type {Definition, Link, Node} from 'mdast';
import {toString as textIn} from 'mdast-util-to-string';
import {renderAddressRecords} from '../../content/addresses/address-record.ts';
import {resolveLink} from '../../content/addresses/resolve-link.ts';
import {addressOfSource, fileOfTarget} from '../../content/addresses/source-files.ts';
import {fileText} from '../../content/files/file-text.ts';
import {applyEdits} from '../../content/markdown/edit/apply-edits.ts';
import {parseMarkdown} from '../../content/markdown/parse-markdown.ts';
import {visit} from '../../content/markdown/visit.ts';
import {addressOf, editionPageOf, pageIdOf, withSlash} from '../../content/pages/page-id.ts';
import {renderPlace, type TextEdit} from '../../content/problem.ts';
import {allPages, type SourceFile, type Toolkit} from '../../content/toolkit.ts';
import type {Removed} from './remove-text.ts';

/** Removes a page: its file, its texts on record and in editions, its records and notes, and what links to it in editions. */
export function removePage(files: readonly SourceFile[], toolkit: Toolkit, id: string): Removed {
  const {config} = toolkit;
  // A note that names other pages too is for an editor to change: the check of the result reports it.
  const idle = toolkit.notes.filter(({data}) => data.pages.join() === id).map(({document}) => document.path);
  const removed: Removed = {files: [], redacted: new Map(), faults: [], manual: {}};
  removed.files = files.filter(({path}) => isOf(path, id) || idle.includes(path));
  const paths = removed.files.map(({path}) => path);
  const pages = paths.filter((path) => path.endsWith('.md') && !path.startsWith('blog/'));
  const formerly = allPages(toolkit).find((page) => page.id === id)?.data.redirect_from ?? [];
  const addresses = [
    addressOf(config, id),
    ...pages.map((path) => addressOfSource(config, path)),
    ...formerly.map(withSlash),
  ];
  const names = addresses.map((address) => address.split('/').at(-2) ?? '');
  const sidebars = pages.map((path) => `versioned_sidebars/version-${editionPageOf(path).edition}-sidebars.json`);

  for (const {path, bytes} of files.filter((file) => !removed.files.includes(file))) {
    const text = fileText(bytes) ?? '';
    const links: TextEdit[] = [];
    const isPage = /^(docs|handbook|versioned_docs)\/.+\.md$/.test(path) && names.some((name) => text.includes(name));
    visit(parseMarkdown(isPage ? text : ''), ['link', 'definition'], (node: Node) => {
      const {url, position} = node as Link | Definition;
      const file = fileOfTarget(path, url);
      const target = resolveLink(config, addressOfSource(config, path), url);
      const isHere = target.kind === 'here' && addresses.includes(withSlash(target.address));
      if (file === undefined ? !isHere : !pages.includes(file)) return;
      // An edition is not edited by hand, so its links become text.
      if (path.startsWith('versioned_docs/')) {
        links.push({start: position?.start.offset ?? 0, end: position?.end.offset ?? 0, text: textIn(node)});
        return;
      }
      const problem = `${renderPlace(path, position?.start)}: links to the page that is to be removed, expected no such link`;
      const fix = 'Remove or change the link, with a change note, then run this command again.';
      removed.faults.push({problem, fix});
    });
    const pruned = sidebars.includes(path) && pruneSidebars(JSON.parse(text), id);
    const records = toolkit.addressRecords.get(path)?.data.pages;
    if (records && Object.hasOwn(records, id)) {
      const {[id]: _, ...others} = records;
      removed.redacted.set(path, renderAddressRecords(others));
      continue;
    }
    const left = pruned ? `${JSON.stringify(pruned, null, 2)}\n` : applyEdits(text, links);
    if (left !== text) removed.redacted.set(path, left);
  }
  return removed;
}

/** Whether a file is the page's own: its live text, or its text in an edition or on record. */
function isOf(path: string, id: string): boolean {
  const recorded = /^blog\/_published\/[^/]+\/(.+)\.md$/.exec(path)?.[1];
  const isLive = /^(docs|handbook)\/.+\.md$/.test(path) && pageIdOf(path) === id;
  return isLive || recorded === id || editionPageOf(path).id === id;
}

type SidebarItem = {id?: unknown; type?: unknown; items?: unknown[]; link?: unknown};

/** Sidebars without a page (https://docusaurus.io/docs/sidebar/items), and without categories that have nothing else. */
function pruneSidebars(sidebars: unknown, id: string): unknown {
  if (typeof sidebars !== 'object' || sidebars === null) return sidebars;
  const isLeft = (item: unknown) => item !== id && (item as SidebarItem | null)?.id !== id;
  if (!Array.isArray(sidebars)) {
    const kept = Object.entries(sidebars).filter(([key, value]) => key !== 'link' || isLeft(value));
    return Object.fromEntries(kept.map(([key, value]) => [key, pruneSidebars(value, id)]));
  }
  const kept = sidebars.filter(isLeft).map((item) => pruneSidebars(item, id) as SidebarItem);
  return kept.filter(({type, items, link}) => type !== 'category' || items?.length !== 0 || link !== undefined);
}
