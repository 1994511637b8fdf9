import {isMap, isSeq, parseDocument} from 'yaml';
import {recordedAddress} from '../addresses/address-record.ts';
import {BASELINE_FILE, baselineSchema} from '../baseline.ts';
import {addressOfSource} from '../links/source-files.ts';
import {addressOf, editionPageOf} from '../page-id.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import {renderPlace} from '../report/sections.ts';
import type {SourceFile, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import type {RedactedFile} from './find-words.ts';
import type {GonePage} from './page-links.ts';
import {linksTo, placeOfLink, unlink} from './page-links.ts';
import {pruneSidebars} from './prune-sidebars.ts';
import {textOf} from './text-file.ts';

/** What taking a page out whole does to files. */
export interface TakenPage {
  removed: SourceFile[];
  redacted: RedactedFile[];
  /** Places that only a human can mend. */
  faults: Fault[];
}

/** Takes a page out: its file, its texts on record and in editions, its records, and whatever names it. */
export function takePage(files: readonly SourceFile[], toolkit: Toolkit, id: string): TakenPage {
  const notes = toolkit.notes.filter(({data}) => data.pages.includes(id));
  const idle = notes.filter(({data}) => data.pages.length === 1).map(({document}) => document.path);
  const removed = files.filter(({path}) => isOf(path, id) || idle.includes(path));
  const gone = removed
    .filter(({path}) => path.endsWith('.md') && !path.startsWith('blog/'))
    .map(({path}) => toGone(path, toolkit, id));
  const rest = files.filter((file) => !removed.includes(file));
  const gonePaths = new Set(removed.map(({path}) => path));
  const changed = rest.map((file): Pick<TakenPage, 'redacted' | 'faults'> => {
    if (/^(docs|handbook|versioned_docs)\/.+\.md$/.test(file.path)) return dropLinks(file, toolkit, gone);
    if (notes.some(({document}) => document.path === file.path)) return change(file, (text) => dropFromNote(text, id));
    if (isSidebarOf(file.path, gone)) return change(file, (text) => toJson(pruneSidebars(JSON.parse(text), id)));
    if (file.path === BASELINE_FILE) return change(file, (text) => dropFromBaseline(text, gonePaths));
    return {redacted: [], faults: []};
  });
  return {
    removed,
    redacted: changed.flatMap(({redacted}) => redacted),
    faults: changed.flatMap(({faults}) => faults),
  };
}

/** Whether a file is a page's own: its live text, its text in an edition or on record, and the records of its reviews. */
function isOf(path: string, id: string): boolean {
  const live = id.startsWith('handbook/') ? `${id}.md` : `docs/${id}.md`;
  const record = /^blog\/_published\/[^/]+\/(.+)\.md$/.exec(path)?.[1];
  const isRecord = path === `ledgers/reviews/${id}.json` || recordedAddress(path)?.pageId === id;
  return path === live || record === id || editionPageOf(path).id === id || isRecord;
}

function toGone(path: string, toolkit: Toolkit, id: string): GonePage {
  const isLive = editionPageOf(path).id === '';
  const earlier = isLive ? allPages(toolkit).find((page) => page.id === id)?.data.redirect_from : undefined;
  return {path, addresses: [addressOfSource(path), ...(isLive ? [addressOf(id), ...(earlier ?? [])] : [])]};
}

/** Links of editions lose what they lead to, for nobody may mend an edition by hand; those of live pages are an editor's matter. */
function dropLinks(
  file: SourceFile,
  {config}: Toolkit,
  gone: readonly GonePage[],
): Pick<TakenPage, 'redacted' | 'faults'> {
  const text = textOf(file) ?? '';
  const links = linksTo(gone, config, file.path, text);
  if (links.length === 0) return {redacted: [], faults: []};
  if (!file.path.startsWith('versioned_docs/')) {
    return {redacted: [], faults: links.map((link) => linked(renderPlace(file.path, placeOfLink(link))))};
  }
  return {redacted: [{path: file.path, before: file, ...unlink(text, links)}], faults: []};
}

function linked(place: string): Fault {
  return {
    problem: `${place}: link leads to the page that is to go, expected none`,
    fix: 'Take the link out or let it lead elsewhere, with a change note, then run this command again.',
  };
}

/** A file that loses the page's name; one that cannot be read as what it is, nobody can change. */
function change(before: SourceFile, edit: (text: string) => string): Pick<TakenPage, 'redacted' | 'faults'> {
  const {path} = before;
  try {
    const text = textOf(before) ?? '';
    const after = edit(text);
    const places = [{offset: 0, isAddress: false, isPart: false}];
    return {redacted: after === text ? [] : [{path, before, text: after, places}], faults: []};
  } catch {
    const problem = `${path}: file cannot be read, expected it sound: it names the page`;
    return {redacted: [], faults: [{problem, fix: 'Mend the file, then run this command again.'}]};
  }
}

function isSidebarOf(path: string, gone: readonly GonePage[]): boolean {
  return gone.some((page) => path === `versioned_sidebars/version-${editionPageOf(page.path).edition}-sidebars.json`);
}

/** A waiting note that names other pages too goes on waiting for them. */
function dropFromNote(text: string, id: string): string {
  const [, yaml = ''] = /^---\r?\n([\s\S]*?)^---/m.exec(text) ?? [];
  const document = parseDocument(yaml);
  const pages = isMap(document.contents) ? document.contents.get('pages') : undefined;
  if (!isSeq(pages)) return text;
  pages.items = pages.items.filter((item) => String(item) !== id);
  return text.replace(yaml, () => document.toString({lineWidth: 0, flowCollectionPadding: false}));
}

function dropFromBaseline(text: string, gone: ReadonlySet<string>): string {
  const kept = Object.entries(baselineSchema.parse(JSON.parse(text))).filter(([path]) => !gone.has(path));
  return toJson(Object.fromEntries(kept));
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
