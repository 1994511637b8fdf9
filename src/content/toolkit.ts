/*
 * Content is what a toolkit is and says: its schemas, pages, addresses, Markdown and personal data. `buildToolkit` checks
 * every document with the schema of its kind and collects the findings instead of throwing, so that one broken page never
 * hides the others. The rest of the engine reads a `Toolkit` and changes nothing in it.
 *
 * The code is pure: files, the clock and git stay outside. Parsing Markdown is the largest cost of a run, so whatever is
 * derived from a page is computed on first use, and kept in the result store when its text decides it.
 */

import type {z} from 'zod';
import {chartOf} from './charts/chart-file.ts';
import {type Checked, checkFrontMatter, type InvalidData} from './front-matter/check-front-matter.ts';
import {type LinkEntry, linkFileSchema} from './link-ledger/link-ledger.ts';
import {once} from './memo.ts';
import {
  addressOf,
  collectionOf,
  type DocumentKind,
  editionPageOf,
  hasPlaceInMenu,
  idsOf,
  pageIdOf,
  recordNameOf,
} from './pages/page-id.ts';
import {completeSidebars, readSidebar, type Sidebar} from './pages/sidebar.ts';
import {compareText, type Finding} from './problem.ts';
import {withLaunchedPages} from './records/launch.ts';
import {NOTHING_PUBLISHED, type Published} from './records/published.ts';
import {notesInPage, type WaitingNote} from './records/waiting-notes.ts';
import {type CaseStudy, caseStudySchema} from './schemas/case-study-schema.ts';
import {type ChangeNote, changeNoteSchema} from './schemas/change-note-schema.ts';
import {type Chart, chartSchema} from './schemas/chart-schema.ts';
import {collectionPageSchema, type Page, pageSchema} from './schemas/page-schema.ts';
import {
  type AddressRecords,
  addressRecordsSchema,
  type Baseline,
  baselineSchema,
  type EditionRecord,
  editionSchema,
  type FileRecord,
  fileRecordSchema,
  type UpdateRecord,
  updateRecordSchema,
} from './schemas/record-schemas.ts';
import type {Extensions, ToolkitConfig} from './schemas/toolkit-schema.ts';
import {type Update, updateSchema} from './schemas/update-schema.ts';
import type {Outside, SourceDocument} from './source-document.ts';

export interface SourceFile {
  /** Path from the toolkit's root, with `/`. */
  path: string;
  bytes: Uint8Array;
  /** Whether it is part of the manual, which comes with the engine. */
  isManual?: boolean;
}

/** Why a file was not read: it is a link, is not a file, cannot be opened, disappeared, or is for another program. */
export type UnreadReason = 'link' | 'folder' | 'file' | 'device' | 'forbidden' | 'gone' | 'foreign';

export interface UnreadFile {
  /** Path from the toolkit's root, with `/`. */
  path: string;
  reason: UnreadReason;
}

/** A parsed file, before any schema is applied. */
export interface KindedDocument {
  kind: DocumentKind;
  document: SourceDocument;
  /** Problems with reading the front matter. */
  broken: Finding[];
  /** Whether the file exists but could not be read, for a reason that a rule reports. */
  isUnread?: boolean;
  /** Whether it is a page of the manual, which comes with the engine and is checked there. */
  isManual?: boolean;
}

interface Entry<T> {
  document: SourceDocument;
  data: T;
}

export interface PageEntry<T = Page | CaseStudy> extends Entry<T> {
  id: string;
  /** Its id, and those before it moved. */
  ids: readonly string[];
  /** Without the site's base URL; begins and ends with `/`. */
  address: string;
  /** The hash of the page's content, computed on first use. */
  fingerprint: () => string;
}

export interface ChartEntry extends Entry<Chart> {
  id: string;
  /** The edition that contains it; missing for a live chart. */
  edition: string | undefined;
}

/** A page of an edition. Its front matter is not checked with the current schema. */
interface EditionPage {
  id: string;
  document: SourceDocument;
  fingerprint: () => string;
}

export interface Edition {
  name: string;
  pages: EditionPage[];
  /** The record of the edition; `undefined` if it is missing or invalid. */
  record: EditionRecord | undefined;
}

/** The content of a toolkit, as far as it could be read, for rules, plugins and commands. */
export interface Toolkit extends Outside {
  readonly config: ToolkitConfig;
  readonly extensions: Extensions;
  readonly files: readonly SourceFile[];
  readonly unread: readonly UnreadFile[];
  readonly documents: readonly KindedDocument[];
  readonly pages: readonly PageEntry<Page>[];
  readonly caseStudies: readonly PageEntry<CaseStudy>[];
  /** Live charts, and those of editions. */
  readonly charts: readonly ChartEntry[];
  readonly notes: readonly WaitingNote[];
  readonly updates: readonly Entry<Update>[];
  readonly updateRecords: ReadonlyMap<string, UpdateRecord>;
  readonly addressRecords: ReadonlyMap<string, Entry<AddressRecords>>;
  /** The record of published files; `undefined` before the first update. */
  readonly fileRecord: Entry<FileRecord> | undefined;
  /** What the check of links to other sites found. */
  readonly linkLedger: ReadonlyMap<string, LinkEntry>;
  /** The known problems that may remain; `undefined` if there are none, or the file is invalid. */
  readonly baseline: Baseline | undefined;
  /** Newest first. */
  readonly editions: readonly Edition[];
  /** What updates published; empty before the first. */
  readonly published: Published;
  /** The sidebars, with the pages that they do not name; `undefined` if there are none. */
  readonly sidebar: Sidebar | undefined;
  readonly invalid: readonly InvalidData[];
}

export function buildToolkit(
  config: ToolkitConfig,
  files: readonly SourceFile[],
  documents: readonly KindedDocument[],
  code: Outside & Pick<Toolkit, 'extensions'>,
  unread: readonly UnreadFile[] = [],
  published: Published = NOTHING_PUBLISHED,
): Toolkit {
  const invalid: InvalidData[] = [];

  function entriesOf<T>(
    kind: DocumentKind,
    schema: z.ZodType<T>,
    schemaOf: (id: string) => z.ZodType<T> = () => schema,
  ): Entry<T>[] {
    return documents
      .filter((entry) => entry.kind === kind && entry.document.frontMatter !== undefined)
      .flatMap(({document}) => {
        const checked: Checked<T> = checkFrontMatter(document, schemaOf(pageIdOf(document.path)));
        if (checked.invalid) invalid.push(checked.invalid);
        return checked.data === undefined ? [] : [{document, data: checked.data}];
      });
  }

  const dataOf = once(() => new Map(documents.map(({document}) => [document.path, document.frontMatter])));
  const printOf = (page: SourceDocument) => code.fingerprintPage(page, (file) => dataOf().get(file));

  function toPageEntry<T extends Pick<Page, 'redirect_from'>>(entry: Entry<T>): PageEntry<T> {
    const id = pageIdOf(entry.document.path);
    return {
      ...entry,
      id,
      ids: idsOf(config, id, entry.data.redirect_from),
      address: addressOf(config, id),
      fingerprint: once(() => printOf(entry.document)),
    };
  }

  const toWaitingNote = (entry: Entry<ChangeNote>): WaitingNote => ({...entry, key: entry.document.path});

  function notesOfPage({document}: KindedDocument): WaitingNote[] {
    const {notes, invalid: broken} = notesInPage(document, published, config);
    if (broken) invalid.push(broken);
    return notes;
  }

  const records = new Map(
    entriesOf('edition', editionSchema).map(({document, data}) => [recordNameOf(document.path), data]),
  );
  const plain = pageSchema(config);
  const schemas = new Map(
    code.extensions.collections.map((collection) => [collection, collectionPageSchema(collection, config)]),
  );
  const schemaOfPage = (id: string): typeof plain => {
    const collection = collectionOf(id, code.extensions.collections);
    return (collection && schemas.get(collection)) ?? plain;
  };
  const pageIds = files.flatMap(({path}) => (/^docs\/.+\.md$/.test(path) ? [pageIdOf(path)] : []));
  const isListed = (id: string) =>
    hasPlaceInMenu(id, config.collections) && dataOf().get(`docs/${id}.md`)?.withdrawn === undefined;
  return {
    config,
    extensions: code.extensions,
    files,
    unread,
    published,
    documents,
    pages: entriesOf('page', plain, schemaOfPage).map(toPageEntry),
    caseStudies: entriesOf('case-study', caseStudySchema(config)).map(toPageEntry),
    charts: [...entriesOf('chart', chartSchema), ...entriesOf('edition-chart', chartSchema)].flatMap((entry) => {
      const name = chartOf(entry.document.path);
      return name ? [{...entry, ...name}] : [];
    }),
    notes: [...entriesOf('change-note', changeNoteSchema).map(toWaitingNote), ...documents.flatMap(notesOfPage)],
    updates: withLaunchedPages(entriesOf('update', updateSchema), config, published),
    updateRecords: new Map(
      entriesOf('update-record', updateRecordSchema).map(({document, data}) => [recordNameOf(document.path), data]),
    ),
    addressRecords: new Map(
      entriesOf('address-record', addressRecordsSchema).map((entry) => [entry.document.path, entry]),
    ),
    fileRecord: entriesOf('file-record', fileRecordSchema)[0],
    linkLedger: new Map(entriesOf('link-ledger', linkFileSchema).flatMap(({data}) => Object.entries(data.links))),
    baseline: entriesOf('baseline', baselineSchema)[0]?.data,
    editions: editionsOf(documents, records, printOf),
    sidebar: config.sidebars && readSidebar(completeSidebars(config.sidebars, pageIds, isListed), pageIds),
    invalid,
    fingerprintOf: code.fingerprintOf,
    fingerprintPage: code.fingerprintPage,
    hashOf: code.hashOf,
    dictionary: code.dictionary,
  };
}

function editionsOf(
  documents: readonly KindedDocument[],
  records: ReadonlyMap<string, EditionRecord>,
  printOf: (page: SourceDocument) => string,
): Edition[] {
  const pages = documents
    .filter(({kind}) => kind === 'edition-page')
    .map(({document}) => ({
      ...editionPageOf(document.path),
      document,
      fingerprint: once(() => printOf(document)),
    }));
  const names = new Set([...pages.map(({edition}) => edition), ...records.keys()]);
  return [...names]
    .sort((a, b) => compareText(b, a))
    .map((name) => ({name, pages: pages.filter(({edition}) => edition === name), record: records.get(name)}));
}

/** A copy of a toolkit that treats some documents as unreadable. */
export function withoutContent(toolkit: Toolkit, unread: ReadonlySet<KindedDocument>): Toolkit {
  const {config, files, documents, published} = toolkit;
  const read = documents.map((entry) => (unread.has(entry) ? unreadDocument(entry.kind, entry.document.path) : entry));
  return buildToolkit(config, files, read, toolkit, toolkit.unread, published);
}

export function unreadDocument(kind: DocumentKind, path: string): KindedDocument {
  const document = {path, text: '', frontMatter: undefined, body: '', bodyOffset: 0, placeOf: () => undefined};
  return {kind, document, broken: [], isUnread: true};
}

/** Whether a document is a live page, even if its front matter is invalid. */
export function isPage({kind}: KindedDocument): boolean {
  return kind === 'page' || kind === 'case-study';
}

export function allPages(toolkit: Toolkit): PageEntry[] {
  return [...toolkit.pages, ...toolkit.caseStudies];
}

export function navigationOf({documents}: Pick<Toolkit, 'documents'>): SourceDocument | undefined {
  return documents.find(({kind}) => kind === 'navigation')?.document;
}
