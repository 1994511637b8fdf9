import {redactAddressRecords} from '../../src/content/addresses/record-addresses.ts';
import {announce} from '../../src/content/publish/announce.ts';
import {countOn} from '../../src/content/publish/count-on.ts';
import type {Fault} from '../../src/content/publish/judge-wishes.ts';
import {judgeDay} from '../../src/content/publish/judge-wishes.ts';
import {outboxFiles} from '../../src/content/publish/outbox-files.ts';
import {pageNames} from '../../src/content/publish/page-names.ts';
import type {PlannedFile} from '../../src/content/publish/planned-file.ts';
import {filesAfter} from '../../src/content/publish/planned-file.ts';
import {PUBLISHED_FOLDER, recordName, removalName} from '../../src/content/publish/record.ts';
import {renderUpdate} from '../../src/content/publish/render-update.ts';
import {takenSlugs} from '../../src/content/publish/taken-slugs.ts';
import {recordUpdate} from '../../src/content/publish/update-record.ts';
import type {Request} from '../../src/content/redact/judge-request.ts';
import {judgeRequest} from '../../src/content/redact/judge-request.ts';
import {redactConsents} from '../../src/content/redact/redact-consents.ts';
import {redactReviews} from '../../src/content/redact/redact-reviews.ts';
import {redactEditionRecords, redactUpdateRecords} from '../../src/content/redact/redacted-records.ts';
import {redactionUpdate} from '../../src/content/redact/redaction-update.ts';
import {shrinkForFiles} from '../../src/content/redact/shrink-baseline.ts';
import type {ToldPages} from '../../src/content/redact/told-pages.ts';
import {toldPages} from '../../src/content/redact/told-pages.ts';
import {pruneWordList, wordListIn} from '../../src/content/redact/word-list.ts';
import type {Update} from '../../src/content/schemas/update-schema.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {hashOf} from '../../src/store/fingerprint.ts';
import type {Transaction} from '../../src/store/transaction/commit.ts';
import {refusal} from '../refusal.ts';
import type {WholeTree} from '../whole-tree.ts';
import {findBrokenProofs, findNewFaults, findOwnProblems} from './find-new-faults.ts';
import type {Taken} from './find-taken.ts';
import {takeWholePage, takeWords} from './find-taken.ts';

/** Everything that a redaction does to a tree. */
export interface PlannedRedaction {
  taken: Taken;
  told: ToldPages;
  /** What tells readers; `undefined` where none of it had reached them. */
  update: Update | undefined;
  transaction: Transaction;
}

/**
 * Works out every file that a redaction writes and removes.
 *
 * @throws {ExitError} with every reason why it cannot be made.
 */
export async function planRedaction(tree: WholeTree, request: Request, today: string): Promise<PlannedRedaction> {
  const wrong = judgeRequest(request);
  if (wrong.length > 0) throw refusal(wrong);
  const {words, page = '', why = '', replacement} = request;
  const taken = words === undefined ? await takeWholePage(tree, page) : takeWords(tree, words, replacement);
  const {toolkit, files} = tree;
  const gone = taken.removed.map(({path}) => path);
  const written = new Map(taken.redacted.map(({path, text}) => [path, text]));
  const after = () => tree.toolkitOf(filesAfter(files, toFiles(written), gone));

  for (const [old, fingerprint] of redactConsents(toolkit, after())) {
    for (const [path, text] of written) written.set(path, text.replaceAll(old, fingerprint));
  }
  const first = after();
  for (const file of [...redactAddressRecords(toolkit, first), ...redactReviews(toolkit, first)]) {
    written.set(file.path, `${file.content}`);
  }
  for (const file of await followers(tree, taken, first)) written.set(file.path, `${file.content}`);
  const told = toldOf(taken, toolkit, words === undefined ? page : undefined);
  const slug = countOn(today, takenSlugs(toolkit, files));
  const update =
    told.pages.length === 0
      ? undefined
      : redactionUpdate({
          ...told,
          slug,
          day: today,
          why: why.trim(),
          replacement: words === undefined ? undefined : replacement,
        });
  if (update) for (const file of tell(update, taken, told, first)) written.set(file.path, `${file.content}`);

  const faults = [
    ...taken.faults,
    ...findBrokenProofs(toolkit, today),
    ...(update
      ? judgeDay(today, today, toolkit).map(({problem}) => ({
          problem,
          fix: 'Set the day of this computer right, then run this command again.',
        }))
      : []),
    ...judgeWritten(written, taken),
    ...(await findNewFaults(toolkit, after(), new Set(written.keys()), {cwd: tree.cwd, today})),
  ];
  if (faults.length > 0) throw refusal(faults);
  return {taken, told, update, transaction: {command: 'redact', changes: toChanges(tree, written, taken)}};
}

/** What follows from words that are gone: the list of words, and the problems that the baseline allows. */
async function followers(
  {cwd, files, toolkit}: WholeTree,
  {matcher, redacted, removed}: Taken,
  after: Toolkit,
): Promise<PlannedFile[]> {
  const list = wordListIn(files);
  const words = list && pruneWordList(list, toolkit, after, matcher);
  const changed = new Set([...redacted, ...removed].map(({path}) => path));
  return [
    ...(list && words !== undefined ? [{path: list.path, content: words}] : []),
    ...(changed.has('ledgers/baseline.json')
      ? []
      : shrinkForFiles(files, changed, await findOwnProblems(after, changed, cwd))),
  ];
}

/** A page that goes is the one that readers are told of; pages that only lose a link to it are on record. */
function toldOf({matcher, redacted, removed}: Taken, toolkit: Toolkit, page: string | undefined): ToldPages {
  if (page === undefined) return toldPages(redacted, toolkit, matcher);
  const unlinked = redacted.filter(({path}) => /^versioned_docs\/.+\.md$/.test(path));
  const {editions} = toldPages([...removed, ...unlinked], toolkit);
  return {pages: toldPages(removed, toolkit).pages.filter((id) => id === page), editions};
}

/** The update with the texts that are left, the records that follow, and the e-mail to readers. */
function tell(update: Update, {redacted, removed}: Taken, {editions, pages}: ToldPages, after: Toolkit): PlannedFile[] {
  const {slug, date: on, changes} = update;
  const redaction = {on, update: slug, why: changes[0]?.why ?? ''};
  const kept = [
    {path: `blog/${slug}.md`, content: renderUpdate(update)},
    ...pages.flatMap((id): PlannedFile[] => {
      const folder = `${PUBLISHED_FOLDER}/${slug}`;
      if (removed.length > 0) return [{path: `${folder}/${removalName(id)}`, content: ''}];
      const text = after.published.texts.get(id)?.text;
      return text === undefined ? [] : [{path: `${folder}/${recordName(`${id}.md`)}`, content: text}];
    }),
  ];
  const changed = new Map<string, string | undefined>([
    ...redacted.map(({path, text}): [string, string] => [path, text]),
    ...removed.map(({path}): [string, undefined] => [path, undefined]),
  ]);
  return [
    ...kept,
    recordUpdate(slug, kept, hashOf),
    ...redactUpdateRecords(after, changed, redaction, hashOf),
    ...redactEditionRecords(after, editions, redaction),
    ...outboxFiles(slug, announce(update, after.config, pageNames(after))),
  ];
}

/** Nothing that is written may hold the words: neither what is left of a file, nor what readers are told. */
function judgeWritten(written: ReadonlyMap<string, string>, {matcher}: Taken): Fault[] {
  return [...written]
    .filter(([, text]) => matcher?.isIn(text))
    .map(([path]) => ({
      problem: `${path}: file would still hold the words, expected none: they reach over several values, or are as common as those of the public note`,
      fix: 'Give more of the words around them, or take them out there by hand.',
    }));
}

function toFiles(written: ReadonlyMap<string, string>): PlannedFile[] {
  return [...written].map(([path, content]) => ({path, content}));
}

function toChanges({files}: WholeTree, written: ReadonlyMap<string, string>, {removed}: Taken): Transaction['changes'] {
  const before = new Map(files.map(({path, bytes}) => [path, bytes]));
  return [
    ...[...written].map(([path, content]) => ({kind: 'write' as const, path, content, found: before.get(path)})),
    ...removed.map(({path, bytes}) => ({kind: 'remove' as const, path, found: bytes})),
  ];
}
