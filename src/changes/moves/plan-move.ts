import {fileText} from '../../content/files/file-text.ts';
import type {PlannedFile} from '../../content/files/planned-file.ts';
import {readJson} from '../../content/files/read-json.ts';
import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {addToList, removeFromList, replaceValue} from '../../content/markdown/edit/edit-front-matter.ts';
import {editLinks} from '../../content/markdown/edit/link-destinations.ts';
import {isGeneratedPage} from '../../content/pages/generated-pages.ts';
import {wasPublished} from '../../content/pages/known-pages.ts';
import {addressOf, pageIdOf} from '../../content/pages/page-id.ts';
import {compareText} from '../../content/problem.ts';
import {isBeforeLaunch} from '../../content/records/launch.ts';
import {NAVIGATION_FILE} from '../../content/schemas/navigation-schema.ts';
import {BASELINE_FILE, baselineSchema} from '../../content/schemas/record-schemas.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import {isPage, type SourceFile, type Toolkit} from '../../content/toolkit.ts';
import type {Move} from './move-target.ts';
import {type LinkingFile, type MovedPlaces, movedAddress, movedPlaces, movedUrl} from './moved-links.ts';

export interface TreeChange {
  written: Map<string, PlannedFile['content']>;
  removed: string[];
  /** The ids of pages in which only links change. */
  touched: string[];
}

export interface PlannedMove extends TreeChange {
  /** The new id of each page, by its id before. */
  ids: ReadonlyMap<string, string>;
  /** New ids of the pages that readers know at their old address. */
  publishedIds: readonly string[];
}

const LINKING_RE = /^(docs|handbook)\/.+\.md$|^\.github\/.+\.md$|^[^/]+\.md$/;

interface MoveContext {
  toolkit: Toolkit;
  move: Move;
  places: MovedPlaces;
  /** Everything with front matter, and the navigation, by path. */
  documents: ReadonlyMap<string, SourceDocument>;
  ids: ReadonlyMap<string, string>;
  publishedIds: readonly string[];
}

export function planMove(toolkit: Toolkit, files: readonly SourceFile[], move: Move): PlannedMove {
  const moving = [...move.files];
  const paths = files.map(({path}) => path);
  const places = movedPlaces(toolkit.config, paths, move.files);
  const documents = new Map(toolkit.documents.map(({document}) => [document.path, document]));
  const pages = new Set(toolkit.documents.filter(isPage).map(({document}) => document.path));
  const ids = new Map(
    moving.filter(([from]) => from.endsWith('.md')).map((pair) => pair.map(pageIdOf) as [string, string]),
  );
  const publishedIds = [...ids].flatMap(([from, to]) => (hasReaders(toolkit, from) ? [to] : []));
  const context = {toolkit, move, places, documents, ids, publishedIds};
  const plan: PlannedMove = {
    written: new Map(),
    removed: move.isDone ? [] : [...move.files.keys()],
    touched: [],
    ids,
    publishedIds,
  };
  const origins = new Map(moving.map(([from, to]) => [move.isDone ? to : from, from]));
  for (const file of files) {
    const origin = origins.get(file.path);
    const target = origin === undefined ? file.path : (move.files.get(origin) ?? file.path);
    const text = fileText(file.bytes);
    const after = text === undefined ? undefined : textAfter(text, {path: file.path, origin, target}, context);
    if (after !== text) plan.written.set(target, after ?? '');
    else if (target !== file.path) plan.written.set(target, file.bytes);
    if (after !== text && pages.has(file.path) && !isGeneratedPage(pageIdOf(file.path)))
      plan.touched.push(pageIdOf(target));
  }
  return plan;
}

function textAfter(text: string, file: LinkingFile, context: MoveContext): string {
  if (LINKING_RE.test(file.path)) return pageAfter(text, file, context);
  if (/^blog\/_pending\/[^/]+\.md$/.test(file.path)) return noteAfter(text, file.path, context);
  if (file.path === NAVIGATION_FILE) return navigationAfter(text, context);
  return file.path === BASELINE_FILE ? baselineAfter(text, context.move.files) : text;
}

/** A Markdown file: its links, and the pages and addresses in its front matter. */
function pageAfter(text: string, file: LinkingFile, context: MoveContext): string {
  const {places, ids, documents} = context;
  const {path, origin, target} = file;
  const linked = editLinks(text, (url) => movedUrl(url, file, places));
  const renamed = frontMatterTexts(documents.get(path)?.frontMatter).reduce((after, {path: key, text: value}) => {
    const isId = ['withdrawn.replaced_by', 'translation.of'].includes(key.join('.'));
    const moved = isId ? ids.get(value) : /^https?:/i.test(value) ? movedUrl(value, file, places) : undefined;
    return moved === undefined ? after : replaceValue(after, key, moved);
  }, linked);
  return origin !== undefined && path.endsWith('.md') ? withOldAddress(renamed, origin, target, context) : renamed;
}

/** Before its launch a toolkit may be on the web already, and its pages may come from another site. */
function hasReaders(toolkit: Toolkit, id: string): boolean {
  return isBeforeLaunch(toolkit) || wasPublished(toolkit, id);
}

/** Redirects the old address if readers know it; an address that a page returns to is no longer a redirect. */
function withOldAddress(text: string, origin: string, target: string, context: MoveContext): string {
  const {publishedIds, documents, toolkit} = context;
  const [from, to] = [addressOf(toolkit.config, pageIdOf(origin)), addressOf(toolkit.config, pageIdOf(target))];
  const {redirect_from: listed} = (documents.get(origin) ?? documents.get(target))?.frontMatter ?? {};
  const addresses: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const isKnown = publishedIds.includes(pageIdOf(target)) && hasReaders(toolkit, pageIdOf(origin));
  if (!isKnown || addresses.includes(from)) return removeFromList(text, 'redirect_from', to);
  // Replaced in place, so that a page that moves back has its old front matter.
  if (addresses.includes(to)) return replaceValue(text, ['redirect_from', addresses.indexOf(to)], from);
  return addToList(text, 'redirect_from', from);
}

function noteAfter(text: string, path: string, {documents, ids}: MoveContext): string {
  const pages = documents.get(path)?.frontMatter?.pages;
  return (Array.isArray(pages) ? pages : []).reduce((after: string, id, index) => {
    const moved = ids.get(String(id));
    return moved === undefined ? after : replaceValue(after, ['pages', index], moved);
  }, text);
}

/** Ids as the keys of the words that readers search for, in which nothing else has braces. */
const SYNONYMS_RE = /"synonyms"\s*:\s*\{[^}]*\}/;

/** The navigation: ids of pages, folders that a sidebar lists whole, and addresses. Labels stay, whatever they say. */
function navigationAfter(text: string, {documents, ids, places, move: {folder}}: MoveContext): string {
  const renamed = text.replace(SYNONYMS_RE, (synonyms) =>
    synonyms.replace(/"([^"]+)"(?=\s*:)/g, (_key, id) => JSON.stringify(ids.get(id) ?? id)),
  );
  return frontMatterTexts(documents.get(NAVIGATION_FILE)?.frontMatter).reduce((after, {path, text: value}) => {
    if (path[0] === 'synonyms') return after;
    const key = path.at(-1);
    let moved: string | undefined;
    if (key === 'to' || key === 'href') moved = movedAddress(value, places);
    else if (key === 'dirName') moved = folder && folderAfter(value, pageIdOf(folder.from), pageIdOf(folder.to));
    else if (key === 'id' || key === 'case_study' || typeof key === 'number' || path[0] === 'pages')
      moved = ids.get(value);
    return moved === undefined ? after : replaceValue(after, path, moved);
  }, renamed);
}

function folderAfter(folder: string, from: string, to: string): string | undefined {
  return folder === from || folder.startsWith(`${from}/`) ? to + folder.slice(from.length) : undefined;
}

function baselineAfter(text: string, files: ReadonlyMap<string, string>): string {
  const entries = Object.entries(readJson(text, baselineSchema) ?? {});
  if (!entries.some(([path]) => files.has(path))) return text;
  const moved = entries.map(([path, problems]) => [files.get(path) ?? path, problems] as const);
  return `${JSON.stringify(Object.fromEntries(moved.sort(([a], [b]) => compareText(a, b))), null, 2)}\n`;
}
