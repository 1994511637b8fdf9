import {redactAddressRecords} from '../../changes/chain/record-addresses.ts';
import {chainUpdate} from '../../changes/chain/record-chain.ts';
import {announce, pageTitles} from '../../changes/updates/announce.ts';
import {outboxFile} from '../../changes/updates/render-announcement.ts';
import {renderUpdate} from '../../changes/updates/render-update.ts';
import {filesAfter, type PlannedFile} from '../../content/files/planned-file.ts';
import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {isGeneratedPage} from '../../content/pages/generated-pages.ts';
import {recordedUpdate} from '../../content/pages/page-id.ts';
import type {Fault} from '../../content/problem.ts';
import {nextSlug} from '../../content/records/next-slug.ts';
import {PUBLISHED_FOLDER, recordName, removalName, usedSlugs} from '../../content/records/published-files.ts';
import {recordUpdate} from '../../content/records/update-record.ts';
import {allPages} from '../../content/toolkit.ts';
import {ExitError, toExitError, toFault} from '../../io/cli/exit-error.ts';
import {hashOf} from '../../io/fingerprint.ts';
import {uncommittedFiles} from '../../io/git/list-files.ts';
import {loadCheckContext} from '../../io/load-check-context.ts';
import type {WholeTree} from '../../io/read-tree.ts';
import type {Transaction} from '../../io/transaction/commit.ts';
import {changesTo} from '../../io/transaction/file-change.ts';
import {findIntroducedErrors} from '../../rules/find-introduced-errors.ts';
import {checkModel} from '../../rules/rule-set.ts';
import {checkRequest, type Request} from './check-request.ts';
import {affectedPages, publicRecords, redactionUpdate, renewedConsents} from './redaction-records.ts';
import {removePage} from './remove-page.ts';
import {removeText} from './remove-text.ts';
import {matcherOf} from './text-matcher.ts';

/** Everything that a redaction does to a tree. */
export type PlannedRedaction = Awaited<ReturnType<typeof planRedaction>>;

/** Plans every file that a redaction writes and removes; throws an `ExitError` with every reason why it cannot be done. */
export async function planRedaction(tree: WholeTree, request: Request, today: string) {
  const {toolkit, files, cwd} = tree;
  const {words, page, why = ''} = request;
  const recorded = files.flatMap(({path}) => /^blog\/_published\/[^/]+\/(.+)\.md$/.exec(path)?.[1] ?? []);
  const pages = [...allPages(toolkit), ...toolkit.editions.flatMap((edition) => edition.pages)].map(({id}) => id);
  const ids = new Set([...pages, ...recorded].filter((id) => !isGeneratedPage(id)));
  refuse(checkRequest(request, ids));
  const matcher = words === undefined ? undefined : matcherOf(words);
  const removed = matcher ? removeText(files, matcher) : removePage(files, toolkit, page ?? '');
  const gone = removed.files.map(({path}) => path);
  if (gone.length + removed.redacted.size + removed.faults.length === 0) {
    const problem = `the text is in none of ${files.length} files, expected it in at least one: nothing was changed`;
    throw new ExitError(problem, 'Check its spelling; there is nothing to do if it was removed before.');
  }

  const written = new Map(removed.redacted);
  const write = (records: readonly PlannedFile[]) => {
    for (const {path, content} of records) written.set(path, `${content}`);
  };
  const planned = () => [...written].map(([path, content]) => ({path, content}));
  const after = () => tree.toolkitOf(filesAfter(files, planned(), gone));
  for (const [old, renewed] of renewedConsents(toolkit, after())) {
    for (const [path, text] of written) written.set(path, text.replaceAll(old, renewed));
  }
  const changed = new Map<string, string | undefined>([...written, ...gone.map((path) => [path, undefined] as const)]);
  const redacted = after();
  write(redactAddressRecords(toolkit, redacted));
  // A sidebar that no longer lists a removed page is no loss of text; a page that only loses a link is not named.
  const touched = [...changed.keys()].filter((path) => matcher || !path.startsWith('versioned_sidebars/'));
  const affected = affectedPages(touched, toolkit, matcher);
  const named = [...affected.pages].filter((id) => (page === undefined ? ids.has(id) : id === page)).sort();
  const redaction = {on: today, update: nextSlug(today, usedSlugs(toolkit, files)), why: why.trim()};
  const editions = [...affected.editions.keys()];
  const update = redactionUpdate(named, editions, redaction, page !== undefined);
  if (named.length > 0) {
    const texts = named.map((id) => ({
      path: `${PUBLISHED_FOLDER}/${update.slug}/${page === undefined ? recordName(`${id}.md`) : removalName(id)}`,
      content: (page === undefined && redacted.published.texts.get(id)?.text) || '',
    }));
    const post = {path: `blog/${update.slug}.md`, content: renderUpdate(update)};
    const published = [post, ...texts.filter(({content}) => page ?? content)];
    const records = publicRecords(redacted, changed, affected.editions, redaction, hashOf);
    const changedRecords = records.filter(({path}) => recordedUpdate(path) !== undefined);
    const recorded = [
      ...records,
      ...published,
      recordUpdate(update.slug, published, hashOf, {redacted: changedRecords}),
    ];
    const {planned: chained, head} = chainUpdate(redacted, update.slug, recorded);
    const announcement = announce(update, redacted.config, pageTitles(redacted));
    write([...chained, outboxFile(update.slug, {...announcement, head})]);
  }

  const result = after();
  const context = loadCheckContext(cwd, toolkit.config);
  // New records would hide an earlier change of what was published.
  const tampered = checkModel(toolkit, today).filter(({ruleId}) => ruleId === 'no-changed-record');
  const introduced = await findIntroducedErrors(toolkit, result, {
    today,
    pages: {changed: new Set(written.keys()), context},
  });
  const texts = result.documents.flatMap(({document: {path, frontMatter}}) =>
    frontMatterTexts(frontMatter).map(({text}): [string, string] => [path, text]),
  );
  const left = [...written, ...texts].filter(([, text]) => matcher?.isIn(text)).map(([path]) => path);
  refuse([
    ...removed.faults,
    ...(await uncommittedFiles(cwd, gone)).map((path) => ({
      problem: `${path}: file would be removed and has work that is not committed, expected it as it was committed`,
      fix: 'Commit or undo the work, then run this command again.',
    })),
    ...[...new Set(left)].map((path) => ({
      problem: `${path}: file would still have the text, expected none: an escape hides it, or the public note has it too`,
      fix: 'Write it there without escapes, or give more of the text around it. Then run this command again.',
    })),
    ...[...tampered, ...introduced].map((error) =>
      toFault(error, error.ruleId === 'no-changed-record' ? '' : 'once redacted: '),
    ),
  ]);
  return {
    removed,
    editions,
    update: named.length > 0 ? update : undefined,
    transaction: {command: 'redact', changes: changesTo(files, planned(), gone)} satisfies Transaction,
  };
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw toExitError(faults);
}
