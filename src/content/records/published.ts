import {z} from 'zod';
import {readJson} from '../files/read-json.ts';
import {once} from '../memo.ts';
import type {Outside, SourceDocument} from '../source-document.ts';
import {compareNames} from './next-slug.ts';

export interface PublishedPage {
  slug: string;
  path: string;
  text: string;
  /** Parsed on first use, because most pages are unchanged since they were published. */
  document: () => SourceDocument;
}

/** A page after an update; `page` is `undefined` if the update removed it. */
interface PageVersion {
  slug: string;
  page: PublishedPage | undefined;
}

export interface Published {
  /** The newest text of each page, without removed pages. */
  texts: ReadonlyMap<string, PublishedPage>;
  /** Every page that was ever published. */
  ids: ReadonlySet<string>;
  /** Every published text of each page, oldest first. */
  versions: ReadonlyMap<string, readonly PageVersion[]>;
  /** The newest published data of each chart, by the path of its live file. */
  charts: ReadonlyMap<string, unknown>;
  /** The data of each chart after an update. */
  chartsAt: (slug: string) => ReadonlyMap<string, unknown>;
  /** SHA-256 of each update and each published text, by path; computed on first use. */
  hashes: ReadonlyMap<string, () => string>;
  /** Each file on record but updates, by path. */
  copies: ReadonlyMap<string, Uint8Array>;
}

export function textsOf({versions}: Pick<Published, 'versions'>, id: string): PublishedPage[] {
  return (versions.get(id) ?? []).flatMap(({page}) => page ?? []);
}

export const NOTHING_PUBLISHED: Published = {
  texts: new Map(),
  ids: new Set(),
  versions: new Map(),
  charts: new Map(),
  chartsAt: () => new Map(),
  hashes: new Map(),
  copies: new Map(),
};

const DATA_RE = /^blog\/_published\/([^/]+)\/(reference\/data\/[^/]+\.json)$/;

const COPY_RE = /^blog\/_published\/([^/]+)\/(.+)\.(md|removed)$/;

/** Finds every published text of each page among the files on record, including marks of removed pages. */
export function newestPublished(
  copies: readonly {path: string; text: string}[],
  readDocument: (path: string, text: string) => SourceDocument,
): Omit<Published, 'hashes' | 'copies'> {
  const texts = new Map<string, PublishedPage>();
  const ids = new Set<string>();
  const versions = new Map<string, PageVersion[]>();
  const sorted = copies
    .flatMap(({path, text}) => {
      const [, slug = '', id = '', kind] = COPY_RE.exec(path) ?? [];
      return id === '' ? [] : [{path, text, slug, id, isRemoved: kind === 'removed'}];
    })
    .sort((a, b) => compareNames(a.slug, b.slug));
  for (const {path, text, slug, id, isRemoved} of sorted) {
    ids.add(id);
    const page = isRemoved ? undefined : {slug, path, text, document: once(() => readDocument(path, text))};
    if (page) texts.set(id, page);
    else texts.delete(id);
    const previous = versions.get(id);
    if (previous) previous.push({slug, page});
    else versions.set(id, [{slug, page}]);
  }
  const charts = chartsIn(copies);
  return {
    texts,
    ids,
    versions,
    charts: new Map(charts.map(({file, data}) => [file, data()])),
    chartsAt: (slug) =>
      new Map(charts.filter((chart) => compareNames(chart.slug, slug) <= 0).map(({file, data}) => [file, data()])),
  };
}

/** The published data of charts, oldest first, each parsed on first use. */
function chartsIn(copies: readonly {path: string; text: string}[]) {
  return copies
    .flatMap(({path, text}) => {
      const [, slug = '', file = ''] = DATA_RE.exec(path) ?? [];
      return file === '' ? [] : [{slug, file: `docs/${file}`, text}];
    })
    .sort((a, b) => compareNames(a.slug, b.slug))
    .map(({slug, file, text}) => ({slug, file, data: once(() => readJson(text, z.unknown()))}));
}

const fingerprints = new WeakMap<PublishedPage, string>();

/** The fingerprint of a published text, with the data of its charts at that time. */
export function publishedFingerprint(
  {published, fingerprintPage}: {published: Pick<Published, 'chartsAt'>} & Pick<Outside, 'fingerprintPage'>,
  page: PublishedPage,
): string {
  const charts = once(() => published.chartsAt(page.slug));
  const fingerprint = fingerprints.get(page) ?? fingerprintPage(page.document(), (file) => charts().get(file));
  fingerprints.set(page, fingerprint);
  return fingerprint;
}
