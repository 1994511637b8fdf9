import {findIntroducedErrors} from '../../src/checks/find-introduced-errors.ts';
import {checkModel} from '../../src/checks/rule-set.ts';
import {outboxFiles} from '../../src/editorial/publish/outbox-files.ts';
import {checkDay} from '../../src/editorial/publish/publish-options.ts';
import {renderUpdate} from '../../src/editorial/publish/render-update.ts';
import {usedSlugs} from '../../src/editorial/publish/used-slugs.ts';
import {checkPageRequest, checkRequest, type Request} from '../../src/editorial/redaction/check-request.ts';
import {redactConsents} from '../../src/editorial/redaction/redact-consents.ts';
import {editionRecords, recordsAfter, updateRecords} from '../../src/editorial/redaction/redaction-records.ts';
import {type AffectedPages, affectedPages, redactionUpdate} from '../../src/editorial/redaction/redaction-update.ts';
import {removePage} from '../../src/editorial/redaction/remove-page.ts';
import {type Removed, removeText} from '../../src/editorial/redaction/remove-text.ts';
import {matcherOf, type TextMatcher} from '../../src/editorial/redaction/text-matcher.ts';
import {toExitError} from '../../src/fs/exit-error.ts';
import {hashOf} from '../../src/fs/fingerprint.ts';
import {uncommittedFiles} from '../../src/fs/git/list-files.ts';
import {loadCheckContext} from '../../src/fs/load-check-context.ts';
import type {WholeTree} from '../../src/fs/read-tree.ts';
import type {Transaction} from '../../src/fs/transaction/commit.ts';
import {readDocument} from '../../src/fs/yaml/document.ts';
import {filesAfter, type PlannedFile} from '../../src/model/files/planned-file.ts';
import {isGeneratedPage} from '../../src/model/pages/generated-pages.ts';
import {pageIdOf} from '../../src/model/pages/page-id.ts';
import {type Fault, type Problem, renderPlace} from '../../src/model/problem.ts';
import type {Update} from '../../src/model/schemas/update-schema.ts';
import {isPage, type Toolkit} from '../../src/model/toolkit.ts';
import {announce} from '../../src/model/updates/announce.ts';
import {countOn} from '../../src/model/updates/next-slug.ts';
import {pageTitles} from '../../src/model/updates/page-titles.ts';
import {PUBLISHED_FOLDER, recordName, removalName} from '../../src/model/updates/published-files.ts';
import {recordUpdate} from '../../src/model/updates/update-record.ts';

/** Rules that prove what was published: new records would hide an earlier change. */
const PROOFS: readonly string[] = ['no-changed-record'];

/** Everything that a redaction does to a tree. */
export interface PlannedRedaction {
  removed: Removed;
  /** Finds the text; `undefined` if a page is removed. */
  matcher: TextMatcher | undefined;
  affected: AffectedPages;
  /** The public note; `undefined` if readers cannot have seen the text. */
  update: Update | undefined;
  transaction: Transaction;
}

/**
 * Plans every file that a redaction writes and removes.
 *
 * @throws {ExitError} with every reason why it cannot be done.
 */
export async function planRedaction(tree: WholeTree, request: Request, today: string): Promise<PlannedRedaction> {
  const wrong = checkRequest(request);
  if (wrong.length > 0) throw toExitError(wrong);
  const {toolkit, files, cwd} = tree;
  const {words, page, why = ''} = request;
  const matcher = words === undefined ? undefined : matcherOf(words);
  const removed = matcher ? find(tree, matcher, request.replacement) : await findPage(tree, page ?? '');
  const gone = removed.files.map(({path}) => path);
  const written = new Map(removed.redacted.map(({path, text}) => [path, text]));
  const write = (planned: readonly PlannedFile[]) => {
    for (const {path, content} of planned) written.set(path, `${content}`);
  };
  const after = () =>
    tree.toolkitOf(
      filesAfter(
        files,
        [...written].map(([path, content]) => ({path, content})),
        gone,
      ),
    );

  for (const [old, fingerprint] of redactConsents(toolkit, after())) {
    for (const [path, text] of written) written.set(path, text.replaceAll(old, fingerprint));
  }
  const redacted = after();
  write(recordsAfter(toolkit, redacted, files, matcher));
  const affected = affectedBy(removed, toolkit, matcher, page);
  const slug = countOn(today, usedSlugs(toolkit, files));
  const replacement = matcher && request.replacement;
  const update =
    affected.pages.length === 0
      ? undefined
      : redactionUpdate(affected, {slug, day: today, why: why.trim(), replacement});
  if (update) write(publicFiles(update, removed, affected, redacted));

  const context = await loadCheckContext(cwd, toolkit.config);
  const newErrors = findIntroducedErrors(toolkit, after(), {today, pages: {changed: new Set(written.keys()), context}});
  const faults = [
    ...removed.faults,
    ...checkModel(toolkit, today)
      .filter(({ruleId}) => PROOFS.includes(ruleId))
      .map((problem) => toFault(problem)),
    ...(update ? checkDay(today, today, toolkit) : []).map(({problem}) => ({
      problem,
      fix: 'Correct the date of this computer, then run this command again.',
    })),
    ...[...written].filter(([, text]) => matcher?.isIn(text)).map(([path]) => stillIn(path)),
    ...newErrors.map((problem) => toFault(problem, 'once redacted: ')),
  ];
  if (faults.length > 0) throw toExitError(faults);
  const found = new Map(files.map(({path, bytes}) => [path, bytes]));
  const changes = [
    ...[...written].map(([path, content]) => ({kind: 'write' as const, path, content, found: found.get(path)})),
    ...removed.files.map(({path, bytes}) => ({kind: 'remove' as const, path, found: bytes})),
  ];
  return {removed, matcher, affected, update, transaction: {command: 'redact', changes}};
}

function find({files}: WholeTree, matcher: TextMatcher, replacement: string): Removed {
  const removed = removeText(files, {matcher, replacement}, (path, text) => readDocument(path, text).document);
  if (removed.redacted.length > 0 || removed.faults.length > 0) return removed;
  const problem = `the text is in none of ${files.length} files, expected it in at least one: nothing was changed`;
  const fix = 'Check its spelling and capitals; there is nothing to do if it was removed before.';
  throw toExitError([{problem, fix}]);
}

async function findPage({cwd, files, toolkit}: WholeTree, id: string): Promise<Removed> {
  const known = [
    ...toolkit.documents.filter(isPage).map(({document}) => pageIdOf(document.path)),
    ...files.flatMap(({path}) => /^blog\/_published\/[^/]+\/(.+)\.md$/.exec(path)?.[1] ?? []),
    ...toolkit.editions.flatMap(({pages}) => pages.map((page) => page.id)),
  ];
  const wrong = checkPageRequest(id, [...new Set(known)], isGeneratedPage(id));
  if (wrong.length > 0) throw toExitError(wrong);
  const removed = removePage(files, toolkit, id);
  const uncommitted = await uncommittedFiles(
    cwd,
    removed.files.map(({path}) => path),
  );
  const open = uncommitted.map((path) => ({
    problem: `${path}: file would be removed and has work that is not committed, expected it as it was committed`,
    fix: 'Commit or undo the work, then run this command again.',
  }));
  return {...removed, faults: [...removed.faults, ...open]};
}

/** The note names a removed page, but not the pages that only lose a link to it. */
function affectedBy(
  {files, redacted}: Removed,
  toolkit: Toolkit,
  matcher: TextMatcher | undefined,
  page: string | undefined,
): AffectedPages {
  const changed = redacted.map(({path}) => path);
  if (matcher) return affectedPages(changed, toolkit, matcher);
  const gone = files.map(({path}) => path);
  const unlinked = changed.filter((path) => /^versioned_docs\/.+\.md$/.test(path));
  return {
    pages: affectedPages(gone, toolkit).pages.filter((id) => id === page),
    editions: affectedPages([...gone, ...unlinked], toolkit).editions,
  };
}

/** The update with the texts that are left, the records that follow, and the email to readers. */
function publicFiles(
  update: Update,
  removed: Removed,
  {editions, pages}: AffectedPages,
  after: Toolkit,
): PlannedFile[] {
  const {slug, date: on, changes} = update;
  const redaction = {on, update: slug, why: changes[0]?.why ?? ''};
  const folder = `${PUBLISHED_FOLDER}/${slug}`;
  const kept = [
    {path: `blog/${slug}.md`, content: renderUpdate(update)},
    ...pages.flatMap((id): PlannedFile[] => {
      if (removed.files.length > 0) return [{path: `${folder}/${removalName(id)}`, content: ''}];
      const text = after.published.texts.get(id)?.text;
      return text === undefined ? [] : [{path: `${folder}/${recordName(`${id}.md`)}`, content: text}];
    }),
  ];
  const changed = new Map<string, string | undefined>([
    ...removed.redacted.map(({path, text}): [string, string] => [path, text]),
    ...removed.files.map(({path}): [string, undefined] => [path, undefined]),
  ]);
  return [
    ...kept,
    recordUpdate(slug, kept, hashOf),
    ...updateRecords(after, changed, redaction, hashOf),
    ...editionRecords(after, editions, redaction),
    ...outboxFiles(slug, announce(update, after.config, pageTitles(after))),
  ];
}

/** Neither the remaining files nor the public note may contain the text. */
function stillIn(path: string): Fault {
  return {
    problem: `${path}: file would still have the text, expected none: it extends over several values, or is as common as the text of the public note`,
    fix: 'Give more of the text around it, or remove it there by hand.',
  };
}

function toFault({path, place, problem, ruleId, fix}: Problem, when = ''): Fault {
  return {problem: `${renderPlace(path, place)}: ${when}${problem} [${ruleId}]`, fix};
}
