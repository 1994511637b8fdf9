import {judgeWithdrawal} from '../../src/content/moves/judge-withdrawal.ts';
import {returnNote, withdrawalNote} from '../../src/content/moves/own-notes.ts';
import {idFrom} from '../../src/content/moves/page-file.ts';
import type {WithdrawablePage, Withdrawal} from '../../src/content/moves/plan-withdrawal.ts';
import {findWithdrawable, planReturn, planWithdrawal} from '../../src/content/moves/plan-withdrawal.ts';
import {addressOf} from '../../src/content/page-id.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {allPages} from '../../src/content/toolkit.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {Run} from '../io.ts';
import {ExitError, terminalOf} from '../io.ts';
import {planChange} from '../plan-change.ts';
import {refusal} from '../refusal.ts';
import type {WholeTree} from '../whole-tree.ts';
import {readTree} from '../whole-tree.ts';
import {readWithdrawal} from './read-withdrawal.ts';

/** `toolkit withdraw`: says on a page that it no longer holds, or lets it hold again. */
export const run: Run = async (options, io, words) => {
  const {why, 'replaced-by': successor} = options as Partial<Record<string, string>>;
  const isUndone = options.undo === true;
  if (isUndone && (why !== undefined || successor !== undefined)) {
    throw new ExitError('`--undo` given with words to readers, expected it alone', 'Leave the other options out.');
  }
  const tree = await readTree(io.cwd);
  const page = findPage(tree.toolkit, words);
  const withdrawal = isUndone
    ? undefined
    : await readWithdrawal(tree.toolkit, page, {why, successor, on: io.today}, terminalOf(io));
  const {transaction} = await plan(tree, page, withdrawal, io.today);
  await commit(io.cwd, transaction);
  const told = withdrawal
    ? `withdrew ${page.path}: it stays at ${addressOf(page.id)}, with the reason at its top`
    : `${page.path} holds again`;
  io.stdout.write(
    `${told}\nNext: run \`npm run check\`; read the notes in \`blog/_pending/\`, and send all of it together.\n`,
  );
  return 0;
};

/**
 * Works out a withdrawal, or its end.
 *
 * @throws {ExitError} with every reason why it cannot be made.
 */
export async function plan(tree: WholeTree, page: WithdrawablePage, withdrawal: Withdrawal | undefined, today: string) {
  if (!withdrawal) {
    if (!page.withdrawn) {
      throw new ExitError(
        `\`${page.id}\` is not withdrawn, expected a page that is`,
        'Leave `--undo` out to withdraw it.',
      );
    }
    return planChange(tree, planReturn(tree.toolkit, page), {
      command: 'withdraw',
      today,
      tell: (after) => returnNote(after, page),
    });
  }
  const faults = judgeWithdrawal(tree.toolkit, page, withdrawal);
  if (faults.length > 0) throw refusal(faults);
  const {why, replacedBy} = withdrawal;
  const successor = allPages(tree.toolkit).find(({id}) => id === replacedBy)?.data.title;
  const note = withdrawalNote(page.id, page.title, {why: why.trim(), successor});
  return planChange(tree, planWithdrawal(tree.toolkit, page, withdrawal), {
    command: 'withdraw',
    today,
    tell: () => note,
  });
}

/**
 * The page that the words name.
 *
 * @throws {ExitError} where there is none, or it cannot be withdrawn.
 */
export function findPage(toolkit: Toolkit, words: readonly string[]): WithdrawablePage {
  const [word] = words;
  if (word === undefined || words.length > 1) {
    throw new ExitError(
      `${word === undefined ? 'no page' : `${words.length} pages`} given, expected one`,
      'Write `npm run withdraw -- <page> --why "..."`.',
    );
  }
  const page = findWithdrawable(toolkit, idFrom(word));
  if (Array.isArray(page)) throw refusal(page);
  return page;
}
