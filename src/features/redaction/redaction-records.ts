import {recordFile} from '../../content/files/edition-files.ts';
import type {PlannedFile} from '../../content/files/planned-file.ts';
import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {editionPageOf, recordedUpdate} from '../../content/pages/page-id.ts';
import {isBeforeLaunch} from '../../content/records/launch.ts';
import {updateRecordFile} from '../../content/records/update-record.ts';
import {consentFingerprint} from '../../content/schemas/case-study-schema.ts';
import type {Redaction} from '../../content/schemas/record-schemas.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {REPLACEMENT} from './check-request.ts';
import type {TextMatcher} from './text-matcher.ts';

/**
 * New fingerprints of consents whose role lost text, after the old ones: the organisation agreed all the same, and with
 * an old fingerprint readers could test guesses at the text. One that did not match before is left.
 */
export function renewedConsents(before: Toolkit, after: Toolkit): [old: string, renewed: string][] {
  const fingerprints = ({caseStudies, fingerprintOf}: Toolkit) =>
    caseStudies.flatMap(({data: {consent}}): [recorded: string, actual: string][] =>
      consent.basis === 'organisation' ? [[consent.fingerprint, consentFingerprint(fingerprintOf, consent)]] : [],
    );
  const valid = fingerprints(before).flatMap(([recorded, actual]) => (recorded === actual ? [recorded] : []));
  return fingerprints(after).filter(([recorded, actual]) => valid.includes(recorded) && recorded !== actual);
}

/**
 * The records of editions and updates that lost text, with the hashes of what is left, and when and why it was removed.
 * A changed file that is `undefined` is removed.
 */
export function publicRecords(
  after: Toolkit,
  changed: ReadonlyMap<string, string | undefined>,
  affected: ReadonlyMap<string, ReadonlySet<string>>,
  redaction: Redaction,
  hash: (content: string) => string,
): PlannedFile[] {
  const editions = after.editions.flatMap(({name, record, pages}) => {
    const ids = [...(affected.get(name) ?? [])].sort();
    if (ids.length === 0 || !record) return [];
    const left = new Map(pages.map(({id, fingerprint}) => [id, fingerprint]));
    const removed = ids.filter((id) => !left.has(id));
    const row = {...redaction, pages: ids.filter((id) => left.has(id)), ...(removed.length > 0 && {removed})};
    const fingerprints = Object.entries(record.fingerprints)
      .filter(([id]) => !removed.includes(id))
      .map(([id, recorded]) => [id, (ids.includes(id) && left.get(id)?.()) || recorded]);
    return [{path: recordFile(name), record, row, renewed: {fingerprints: Object.fromEntries(fingerprints)}}];
  });
  const frozen = editions.map(withRow);
  const left = new Map([...changed, ...frozen.map(({path, content}) => [path, content] as const)]);
  const updates = [...after.updateRecords].flatMap(([slug, record]) => {
    const own = Object.entries(record.files).filter(([path]) => left.has(path) && recordedUpdate(path) === undefined);
    if (own.length === 0) return [];
    const hashes = own.map(([path, before]) => {
      const text = left.get(path);
      return [path, {before, after: text === undefined ? undefined : hash(text)}] as const;
    });
    const row = {...redaction, files: Object.fromEntries(hashes)};
    const files = {...record.files, ...Object.fromEntries(hashes.map(([path, {after: now}]) => [path, now]))};
    return [{path: updateRecordFile(slug), record, row, renewed: {files}}];
  });
  return [...frozen, ...updates.map(withRow)];
}

/** A record with what a redaction changed, and when and why; files without a hash are removed from it. */
function withRow<Row>({
  path,
  record,
  row,
  renewed,
}: {
  path: string;
  record: {redactions?: Row[] | undefined};
  row: Row;
  renewed: object;
}) {
  const {redactions = [], ...others} = record;
  return {path, content: `${JSON.stringify({...others, ...renewed, redactions: [...redactions, row]}, null, 2)}\n`};
}

const FRONT_PAGE = 'index';

const EDITION_RE =
  /^(?:versioned_docs\/version-([^/]+)\/|versioned_sidebars\/version-(.+)-sidebars\.json$|ledgers\/editions\/(.+)\.json$)/;

/**
 * The pages on which readers could see what is removed, and those of each edition that change, by its name. What waits to
 * be published, and what only editors see, affects none.
 */
export function affectedPages(paths: readonly string[], toolkit: Toolkit, matcher?: TextMatcher) {
  const pages = new Set<string>();
  const editions = new Map<string, Set<string>>();
  for (const path of paths) {
    const edition = EDITION_RE.exec(path)?.slice(1).find(Boolean);
    // What is not a page of an edition appears on its front page.
    const ids = edition === undefined ? livePagesOf(path, toolkit, matcher) : [editionPageOf(path).id || FRONT_PAGE];
    for (const id of ids) pages.add(id);
    if (edition !== undefined) editions.set(edition, new Set([...(editions.get(edition) ?? []), ...ids]));
  }
  return {pages, editions};
}

function livePagesOf(path: string, toolkit: Toolkit, matcher: TextMatcher | undefined): string[] {
  if (path.startsWith('blog/_pending/') || /^blog\/_published\/[^/]+\.json$/.test(path)) return [];
  const recorded = /^blog\/_published\/[^/]+\/(.+)\.(?:md|removed)$/.exec(path)?.[1];
  if (recorded !== undefined) return [recorded];
  const changes = toolkit.updates.find(({document}) => document.path === path)?.data.changes;
  if (changes) {
    const has = changes.filter((change) => frontMatterTexts(change).some(({text}) => matcher?.isIn(text)));
    return (has.length > 0 ? has : changes).flatMap(({pages}) => pages);
  }
  // What readers have seen of a page is on record.
  return /^(static|blog)\//.test(path) && !isBeforeLaunch(toolkit) ? [FRONT_PAGE] : [];
}

/** The update for readers: that something was removed, where and why, and never what. */
export function redactionUpdate(
  pages: string[],
  editions: readonly string[],
  {on, update: slug, why}: Redaction,
  isWholePage: boolean,
): Update {
  const name = editions.length === 1 ? 'edition' : 'editions';
  const among = editions.length === 0 ? '' : `, and from ${name} ${editions.toSorted().join(', ')}`;
  const where = pages.length === 1 ? 'this page and its earlier texts' : 'these pages and their earlier texts';
  const [title, note] = isWholePage
    ? ['A page removed', `This page was removed from the toolkit, with all its earlier texts${among}.`]
    : ['Text removed', `Text was removed from ${where}${among}. It is replaced with ${REPLACEMENT}.`];
  const changes: Update['changes'] = [{kind: 'content-removed', significance: 'major', pages, note, why}];
  return {title, slug, date: on, published: {earliest: on, latest: on}, changes};
}
