import {BASELINE_FILE, baselineSchema} from '../baseline.ts';
import {frontMatterTexts} from '../front-matter-texts.ts';
import {isGeneratedPage} from '../generated-pages.ts';
import {addressOf, pageIdOf} from '../page-id.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import {textOf} from '../redact/text-file.ts';
import type {SourceDocument} from '../source-document.ts';
import type {SourceFile, Toolkit} from '../toolkit.ts';
import {isPage} from '../toolkit.ts';
import {replaceInCode} from './code-words.ts';
import {addToList, removeFromList, replaceValue} from './edit-front-matter.ts';
import {configWords, sidebarWords} from './lead-config.ts';
import {editLinks} from './link-destinations.ts';
import type {MovedPlaces} from './moved-places.ts';
import {leadLink, movedPlaces, namesFile} from './moved-places.ts';
import type {Move} from './read-move.ts';
import type {TreeChange} from './tree-change.ts';
import {wasPublished} from './was-published.ts';

/** What a move does to files, and whom readers know. */
export interface PlannedMove extends TreeChange {
  /** The new id of each page, by its id before. */
  ids: ReadonlyMap<string, string>;
  /** New ids of the pages that readers know at their old address. */
  known: string[];
  /** Lines that only a human can change. */
  faults: Fault[];
}

/** Works out what becomes of every file when some move: those that move, and those that name or link to them. */
export function planMove(toolkit: Toolkit, files: readonly SourceFile[], {files: moving, isDone}: Move): PlannedMove {
  const places = movedPlaces(
    toolkit.config,
    files.map(({path}) => path),
    moving,
  );
  const documents = new Map(toolkit.documents.filter(isPage).map(({document}) => [document.path, document]));
  const ids = new Map(
    [...moving].filter(([path]) => path.endsWith('.md')).map(([from, to]) => [pageIdOf(from), pageIdOf(to)]),
  );
  const plan: PlannedMove = {
    written: new Map(),
    removed: isDone ? [] : [...moving.keys()],
    touched: [],
    ids,
    known: [...ids].flatMap(([from, to]) => (wasPublished(toolkit, from) ? [to] : [])),
    faults: [],
  };
  const origins = new Map([...moving].map(([from, to]) => [isDone ? to : from, from]));
  for (const file of files) {
    const origin = origins.get(file.path);
    const target = origin === undefined ? file.path : (moving.get(origin) ?? file.path);
    const content = contentAfter(file, origin, target, {toolkit, places, documents, plan});
    if (content !== undefined) plan.written.set(target, content);
    else if (target !== file.path) plan.written.set(target, file.bytes);
    const isLed = content !== undefined && documents.has(file.path);
    if (isLed && !isGeneratedPage(pageIdOf(file.path))) plan.touched.push(pageIdOf(target));
  }
  moveRecords(files, plan);
  return plan;
}

interface Context {
  toolkit: Toolkit;
  places: MovedPlaces;
  documents: ReadonlyMap<string, SourceDocument>;
  plan: PlannedMove;
}

/** The new text of a file; `undefined` where it stays as it is. */
function contentAfter(
  file: SourceFile,
  origin: string | undefined,
  target: string,
  context: Context,
): string | undefined {
  const {toolkit, places, documents, plan} = context;
  const {path} = file;
  const text = textOf(file);
  if (text === undefined) return undefined;
  let after = text;
  if (/^(docs|handbook)\/.+\.md$|^\.github\/.+\.md$|^[^/]+\.md$/.test(path)) {
    after = leadLinks(text, {path, origin, target}, places);
    const document = documents.get(path);
    if (document) after = leadFrontMatter(after, document, {path, origin, target}, context);
    if (origin !== undefined && path.endsWith('.md')) after = leadOldAddress(after, origin, target, context);
  } else if (/^blog\/_pending\/[^/]+\.md$/.test(path)) after = leadList(text, path, 'pages', context);
  else if (/^ledgers\/proposals\/[^/]+\.json$/.test(path)) after = leadRecord(text, context);
  else if (path === BASELINE_FILE) after = leadBaseline(text, places.files);
  else if (path === 'toolkit.config.ts') {
    const led = replaceInCode(path, text, configWords(toolkit.config, {ids: plan.ids, addresses: places.addresses}));
    plan.faults.push(...led.faults);
    after = led.text;
  } else if (path === 'sidebars.ts' && toolkit.sidebar) {
    const led = replaceInCode(
      path,
      text,
      sidebarWords(toolkit.sidebar, text, {ids: plan.ids, addresses: places.addresses}),
    );
    plan.faults.push(...led.faults);
    after = led.text;
  }
  return after === text ? undefined : after;
}

interface Holding {
  path: string;
  /** Where the file was, for one that moves. */
  origin: string | undefined;
  target: string;
}

function leadLinks(text: string, holding: Holding, places: MovedPlaces): string {
  return mayLink(text, holding, places) ? editLinks(text, (url) => ledUrl(url, holding, places)) : text;
}

/** Parsing takes time, and few pages name what moves. */
function mayLink(text: string, {origin}: Holding, {files, addresses}: MovedPlaces): boolean {
  if (origin !== undefined) return true;
  const names = [
    ...[...files.keys()].map((file) => file.replace(/^.*\//, '').replace(/\.md$/, '')),
    ...[...addresses.keys()].map((address) => address.split('/').at(-2) ?? ''),
  ];
  return names.some((name) => text.includes(name) || text.includes(encodeURI(name)));
}

function ledUrl(url: string, {path, origin, target}: Holding, places: MovedPlaces): string | undefined {
  const led = leadLink(url, {from: path, to: target}, places);
  // Moved by hand: a link may be written as it was at the old place.
  if (led !== undefined || origin === undefined || path !== target || namesFile(url, path, places)) return led;
  return namesFile(url, origin, places) ? leadLink(url, {from: origin, to: target}, places) : undefined;
}

function leadFrontMatter(
  text: string,
  {frontMatter}: SourceDocument,
  holding: Holding,
  {plan, places}: Context,
): string {
  const successor = (frontMatter?.withdrawn as {replaced_by?: unknown} | undefined)?.replaced_by;
  const led = plan.ids.get(String(successor));
  const named = led === undefined ? text : replaceValue(text, ['withdrawn', 'replaced_by'], led);
  return frontMatterTexts(frontMatter)
    .filter(({text: value}) => /^https?:/i.test(value))
    .reduce((after, {path, text: value}) => {
      const url = ledUrl(value, holding, places);
      return url === undefined ? after : replaceValue(after, path, url);
    }, named);
}

/** The old address leads on where readers know it; the address that a page takes is no redirect any more. */
function leadOldAddress(text: string, origin: string, target: string, {plan, documents, toolkit}: Context): string {
  const [from, to] = [addressOf(pageIdOf(origin)), addressOf(pageIdOf(target))];
  const {redirect_from: listed} = (documents.get(origin) ?? documents.get(target))?.frontMatter ?? {};
  const addresses: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const isKnown = plan.known.includes(pageIdOf(target)) && wasPublished(toolkit, pageIdOf(origin));
  if (!isKnown || addresses.includes(from)) return removeFromList(text, 'redirect_from', to);
  // One takes the place of the other, so that a page that goes back is as it was.
  if (addresses.includes(to)) return replaceValue(text, ['redirect_from', addresses.indexOf(to)], from);
  return addToList(text, 'redirect_from', from);
}

function leadList(text: string, path: string, key: string, {toolkit, plan}: Context): string {
  const named = toolkit.documents.find(({document}) => document.path === path)?.document.frontMatter?.[key];
  return (Array.isArray(named) ? named : []).reduce((after: string, id, index) => {
    const led = plan.ids.get(String(id));
    return led === undefined ? after : replaceValue(after, [key, index], led);
  }, text);
}

function leadRecord(text: string, {plan}: Context): string {
  try {
    const led = plan.ids.get(String((JSON.parse(text) as {case_study?: unknown}).case_study));
    return led === undefined ? text : replaceValue(text, ['case_study'], led);
  } catch {
    // A rule tells of a record that cannot be read.
    return text;
  }
}

function leadBaseline(text: string, files: ReadonlyMap<string, string>): string {
  try {
    const entries = Object.entries(baselineSchema.parse(JSON.parse(text)));
    if (!entries.some(([path]) => files.has(path))) return text;
    const led = entries.map(([path, problems]) => [files.get(path) ?? path, problems] as const);
    return `${JSON.stringify(Object.fromEntries(led.sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`;
  } catch {
    return text;
  }
}

/** The records of reviews go with their pages. */
function moveRecords(files: readonly SourceFile[], plan: PlannedMove): void {
  for (const [from, to] of plan.ids) {
    const record = files.find(({path}) => path === `ledgers/reviews/${from}.json`);
    if (!record) continue;
    plan.removed.push(record.path);
    plan.written.set(`ledgers/reviews/${to}.json`, record.bytes);
  }
}
