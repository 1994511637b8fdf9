import {escapeForRegExp} from '../../format/text.ts';
import {redactAddressRecords} from '../../markdown/headings/record-addresses.ts';
import {WORDS_FILE} from '../../model/check-context.ts';
import {recordFile} from '../../model/files/edition-files.ts';
import {fileText} from '../../model/files/file-text.ts';
import type {PlannedFile} from '../../model/files/planned-file.ts';
import {compareText} from '../../model/problem.ts';
import {stepsOf} from '../../model/reviews/later-updates.ts';
import {isSealed, renderReview, reviewFile} from '../../model/reviews/review-record.ts';
import type {Redaction} from '../../model/schemas/records/redaction-schema.ts';
import {allPages, type SourceFile, type Toolkit} from '../../model/toolkit.ts';
import {publishedFingerprint} from '../../model/updates/published.ts';
import {isVouchedFor, updateOfFile, updateRecordFile} from '../../model/updates/update-record.ts';
import type {TextMatcher} from './text-matcher.ts';

/**
 * The records of addresses and reviews, and the word list, as they follow from redacted pages. A review covers what is
 * left of the text that was checked: the fingerprint of the whole text would let anyone test guesses at the removed text.
 */
export function recordsAfter(
  before: Toolkit,
  after: Toolkit,
  files: readonly SourceFile[],
  matcher: TextMatcher | undefined,
): PlannedFile[] {
  return [
    ...redactAddressRecords(before, after),
    ...reviewRecords(before, after),
    ...wordList(files, before, after, matcher),
  ];
}

function reviewRecords(before: Toolkit, after: Toolkit): PlannedFile[] {
  return [...after.reviews].flatMap(([id, review]) => {
    if (!isSealed(id, review, before.fingerprintOf)) return [];
    const now = fingerprintsOf(after, id);
    const left = new Map(
      fingerprintsOf(before, id).map((fingerprint, index) => [fingerprint, now[index] ?? fingerprint]),
    );
    const leftOf = (fingerprint: string) => left.get(fingerprint) ?? fingerprint;
    const {fingerprint, carried} = review;
    const record = {
      ...review,
      fingerprint: leftOf(fingerprint),
      ...(carried !== undefined && {carried: leftOf(carried)}),
    };
    const isSame = record.fingerprint === fingerprint && record.carried === carried;
    return isSame ? [] : [{path: reviewFile(id), content: renderReview(id, record, after.fingerprintOf)}];
  });
}

/** Of each text of a page on record and of its live one, in the same order before and after a redaction. */
function fingerprintsOf(toolkit: Toolkit, id: string): string[] {
  const recorded = stepsOf(toolkit, id).flatMap(({page}) => (page ? [publishedFingerprint(toolkit, page)] : []));
  const live = allPages(toolkit).find((page) => page.id === id);
  return [...recorded, ...(live ? [live.fingerprint()] : [])];
}

/** The word list without the removed text, and without words that no page uses any more: they could be parts of it. */
function wordList(
  files: readonly SourceFile[],
  before: Toolkit,
  after: Toolkit,
  matcher: TextMatcher | undefined,
): PlannedFile[] {
  const file = files.find(({path}) => path === WORDS_FILE);
  const lines = (file && fileText(file.bytes)?.split(/\r?\n/)) ?? [];
  const words = lines.filter((line) => line !== '');
  const textsOf = ({documents}: Toolkit) =>
    documents.filter(({kind}) => kind !== 'edition-page').map(({document}) => document.text.replaceAll('’', "'"));
  const [texts, left] = [textsOf(before), textsOf(after)];
  const isIn = (word: string, list: readonly string[]) => {
    const whole = new RegExp(`(?<!\\p{L})${escapeForRegExp(word)}(?!\\p{L})`, 'iu');
    return list.some((text) => whole.test(text));
  };
  const kept = words.filter((word) => !matcher?.isIn(word) && (isIn(word, left) || !isIn(word, texts)));
  return kept.length === words.length ? [] : [{path: WORDS_FILE, content: kept.map((word) => `${word}\n`).join('')}];
}

/** The records of editions that lost text, with the fingerprints of what is left and a row that says when and why. */
export function editionRecords(
  after: Toolkit,
  changed: ReadonlyMap<string, readonly string[]>,
  redaction: Redaction,
): PlannedFile[] {
  return [...changed].flatMap(([name, ids]) => {
    const edition = after.editions.find((candidate) => candidate.name === name);
    if (!edition?.record) return [];
    const left = new Map(edition.pages.map(({id, fingerprint}) => [id, fingerprint]));
    const removed = ids.filter((id) => !left.has(id)).sort(compareText);
    const pages = ids.filter((id) => left.has(id)).sort(compareText);
    const fingerprints = Object.entries(edition.record.fingerprints)
      .filter(([id]) => !removed.includes(id))
      .map(([id, recorded]): [string, string] => [id, (pages.includes(id) && left.get(id)?.()) || recorded]);
    const row = {...redaction, pages, ...(removed.length > 0 && {removed})};
    const {redactions = [], ...record} = edition.record;
    const content = {...record, fingerprints: Object.fromEntries(fingerprints), redactions: [...redactions, row]};
    return [toJsonFile(recordFile(name), content)];
  });
}

/** The same for the records of updates of which a file lost text; `undefined` is a file that is removed. */
export function updateRecords(
  after: Toolkit,
  changed: ReadonlyMap<string, string | undefined>,
  redaction: Redaction,
  hash: (content: string) => string,
): PlannedFile[] {
  const slugs = new Set([...changed.keys()].filter(isVouchedFor).flatMap((path) => updateOfFile(path) ?? []));
  return [...slugs].flatMap((slug) => {
    const known = after.updateRecords.get(slug);
    if (!known) return [];
    const files = Object.entries(known.files).flatMap(([path, recorded]): [string, string][] => {
      if (!changed.has(path)) return [[path, recorded]];
      const text = changed.get(path);
      return text === undefined ? [] : [[path, hash(text)]];
    });
    const {redactions = [], ...record} = known;
    return [
      toJsonFile(updateRecordFile(slug), {
        ...record,
        files: Object.fromEntries(files),
        redactions: [...redactions, redaction],
      }),
    ];
  });
}

function toJsonFile(path: string, value: unknown): PlannedFile {
  return {path, content: `${JSON.stringify(value, null, 2)}\n`};
}
