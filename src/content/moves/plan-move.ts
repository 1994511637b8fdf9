import {BASELINE_FILE} from '../baseline.ts';
import {isGeneratedPage} from '../generated-pages.ts';
import {pageIdOf} from '../page-id.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import {textOf} from '../redact/text-file.ts';
import type {SourceFile, Toolkit} from '../toolkit.ts';
import {isPage} from '../toolkit.ts';
import {replaceInCode} from './code-words.ts';
import {configWords, sidebarWords} from './lead-config.ts';
import type {Holding, MoveContext} from './lead-page.ts';
import {leadPage} from './lead-page.ts';
import {leadBaseline, leadNote} from './lead-records.ts';
import {movedPlaces} from './moved-places.ts';
import type {Move} from './read-move.ts';
import type {TreeChange} from './tree-change.ts';
import {wasPublished} from './was-published.ts';

/** What a move does to files, and whom readers know. */
export interface PlannedMove extends TreeChange {
  /** The new id of each page, by its id before. */
  ids: ReadonlyMap<string, string>;
  /** New ids of the pages that readers know at their old address. */
  known: readonly string[];
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
  const known = [...ids].flatMap(([from, to]) => (wasPublished(toolkit, from) ? [to] : []));
  const context: MoveContext = {toolkit, places, documents, ids, known};
  const removed = isDone ? [] : [...moving.keys()];
  const plan: PlannedMove = {written: new Map(), removed, touched: [], ids, known, faults: []};
  const origins = new Map([...moving].map(([from, to]) => [isDone ? to : from, from]));
  for (const file of files) {
    const origin = origins.get(file.path);
    const target = origin === undefined ? file.path : (moving.get(origin) ?? file.path);
    const {text: content, faults} = contentAfter(file, {path: file.path, origin, target}, context);
    plan.faults.push(...faults);
    if (content !== undefined) plan.written.set(target, content);
    else if (target !== file.path) plan.written.set(target, file.bytes);
    const isLed = content !== undefined && documents.has(file.path);
    if (isLed && !isGeneratedPage(pageIdOf(file.path))) plan.touched.push(pageIdOf(target));
  }
  moveRecords(files, plan);
  return plan;
}

interface Content {
  /** `undefined` where it stays as it is. */
  text: string | undefined;
  faults: Fault[];
}

/** What becomes of the text of a file. */
function contentAfter(file: SourceFile, holding: Holding, context: MoveContext): Content {
  const text = textOf(file);
  const led = text === undefined ? undefined : leadText(text, holding, context);
  if (typeof led !== 'object') return {text: led === text ? undefined : led, faults: []};
  return {text: led.text === text ? undefined : led.text, faults: led.faults};
}

function leadText(text: string, holding: Holding, context: MoveContext): string | ReturnType<typeof replaceInCode> {
  const {path} = holding;
  const {toolkit, places, ids} = context;
  const renamed = {ids, addresses: places.addresses};
  if (/^(docs|handbook)\/.+\.md$|^\.github\/.+\.md$|^[^/]+\.md$/.test(path)) return leadPage(text, holding, context);
  if (/^blog\/_pending\/[^/]+\.md$/.test(path)) return leadNote(text, path, context);
  if (path === BASELINE_FILE) return leadBaseline(text, places.files);
  if (path === 'toolkit.config.ts') return replaceInCode(path, text, configWords(toolkit.config, renamed));
  const isSidebar = path === 'sidebars.ts' && toolkit.sidebar;
  return isSidebar ? replaceInCode(path, text, sidebarWords(isSidebar, text, renamed)) : text;
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
