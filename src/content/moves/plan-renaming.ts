import {headingsOf} from '../headings.ts';
import {resolveLink} from '../links/resolve-link.ts';
import {addressOfSource} from '../links/source-files.ts';
import {addressOf, withSlash} from '../page-id.ts';
import {compareText} from '../problem.ts';
import {textOf} from '../redact/text-file.ts';
import type {PageEntry, SourceFile, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {setKey} from './edit-front-matter.ts';
import {formerHeadingsOf, recordedAnchors} from './former-headings.ts';
import {editLinks} from './link-destinations.ts';
import {fileNamedBy} from './moved-places.ts';
import type {Renaming} from './read-renaming.ts';
import type {TreeChange} from './tree-change.ts';
import {wasPublished} from './was-published.ts';

/** What becomes of every file: the heading, the anchors that lead to it, and all links to its old anchor. */
export function planRenaming(toolkit: Toolkit, files: readonly SourceFile[], renaming: Renaming): TreeChange {
  const {page, anchor, heir} = renaming;
  const plan: TreeChange = {written: new Map(), removed: [], touched: []};
  const {path} = page.document;
  const addresses = new Set([page.address, ...(page.data.redirect_from ?? [])]);
  const known = new Set(files.map((file) => file.path));
  const pages = new Map(allPages(toolkit).map((entry) => [entry.document.path, entry.id]));
  for (const file of files) {
    if (!/^(docs|handbook)\/.+\.md$|^\.github\/.+\.md$|^[^/]+\.md$/.test(file.path)) continue;
    const text = file.path === path ? withAnchors(toolkit, renaming) : (textOf(file) ?? '');
    const after =
      text.includes(`#${anchor}`) || text.includes(encodeURI(`#${anchor}`))
        ? editLinks(text, (url) => led(url, file.path))
        : text;
    if (after === textOf(file)) continue;
    plan.written.set(file.path, after);
    const id = pages.get(file.path);
    if (id !== undefined && file.path !== path) plan.touched.push(id);
  }
  return plan;

  function led(url: string, from: string): string | undefined {
    const [, target = '', fragment = ''] = /^([^#]*)#(.*)$/s.exec(url) ?? [];
    if (decode(fragment) !== anchor || heir.anchor === anchor || !leadsHere(target, from)) return undefined;
    return `${target}#${encodeURI(heir.anchor)}`;
  }

  function leadsHere(target: string, from: string): boolean {
    if (target === '') return from === path;
    const file = fileNamedBy(target, from, known);
    if (file !== undefined) return file === path;
    if (!pages.has(from)) return false;
    const destination = resolveLink(toolkit.config, addressOfSource(from), target);
    return destination.kind === 'here' && addresses.has(withSlash(destination.address));
  }
}

/** The text of the page with every anchor that readers know: none for one that stands again, none that leads to another. */
function withAnchors(toolkit: Toolkit, {page, anchor, heir, text}: Renaming): string {
  const former = formerHeadingsOf(page.document);
  const living = new Set(headingsOf(text).map((heading) => heading.anchor));
  const recorded = recordedAnchors(toolkit, page);
  const isKnown = anchor in former || (recorded ? recorded.has(anchor) : wasPublished(toolkit, page.id));
  const led = Object.entries(former).map(([from, to]) => [from, to === anchor ? heir.anchor : to] as const);
  const all = [...led.filter(([from]) => from !== anchor), ...(isKnown ? [[anchor, heir.anchor] as const] : [])];
  const kept = all.filter(([from]) => !living.has(from)).sort(([a], [b]) => compareText(a, b));
  if (JSON.stringify(kept) === JSON.stringify(Object.entries(former))) return text;
  return setKey(text, 'former_headings', kept.length > 0 ? Object.fromEntries(kept) : undefined);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a heading, as readers link to it. */
export function addressOfHeading({id}: Pick<PageEntry, 'id'>, anchor: string): string {
  return `${addressOf(id)}#${anchor}`;
}
