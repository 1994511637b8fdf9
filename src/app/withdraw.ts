import {
  checkSuccessor,
  checkWhy,
  findWithdrawable,
  planReturn,
  planWithdrawal,
  type WithdrawablePage,
  type Withdrawal,
} from '../changes/moves/withdraw.ts';
import {withdrawalNews} from '../changes/notes/plan-notes.ts';
import {idFrom} from '../content/pages/known-pages.ts';
import {addressOf} from '../content/pages/page-id.ts';
import type {Toolkit} from '../content/toolkit.ts';
import {ExitError, toExitError} from '../io/cli/exit-error.ts';
import {type Io, type Terminal, terminalOf} from '../io/cli/io.ts';
import {askText} from '../io/cli/require-agreement.ts';
import {readTree, type WholeTree} from '../io/read-tree.ts';
import {commit} from '../io/transaction/commit.ts';
import {type PlannedChange, planChange} from './plan-change.ts';

interface WithdrawOptions {
  why?: string;
  'replaced-by'?: string;
  undo?: boolean;
}

/** Says on a page that it is out of date, or makes it current again. */
export async function withdraw(
  {why, 'replaced-by': successor, undo: isUndone = false}: WithdrawOptions,
  io: Io,
  words: readonly string[],
): Promise<void> {
  const tree = await readTree(io.cwd);
  const page = findPage(tree.toolkit, words);
  const given = {
    on: io.today,
    why: why ?? '',
    replacedBy: successor === undefined ? undefined : idFrom(tree.toolkit, successor),
  };
  const terminal = why === undefined && !page.withdrawn ? terminalOf(io) : undefined;
  const answered = terminal && !isUndone ? await askWithdrawal(tree.toolkit, page, given, terminal) : given;
  const {transaction, next} = await planWithdrawn(tree, page, isUndone ? undefined : answered, io.today);
  await commit(io.cwd, transaction);
  const done = isUndone
    ? `${page.path} is current again`
    : `withdrew ${page.path}: it stays at ${addressOf(tree.toolkit.config, page.id)}, with the reason at its top`;
  io.stdout.write(`${[done, ...next].join('\n')}\n`);
}

/**
 * Plans a withdrawal, or its end.
 *
 * @throws {ExitError} with every reason why it cannot be done.
 */
export async function planWithdrawn(
  tree: WholeTree,
  page: WithdrawablePage,
  withdrawal: Withdrawal | undefined,
  today: string,
): Promise<PlannedChange> {
  const {toolkit} = tree;
  if (!withdrawal && !page.withdrawn) {
    throw new ExitError(
      `\`${page.id}\` is not withdrawn, expected a page that is`,
      'Leave `--undo` out to withdraw it.',
    );
  }
  if (withdrawal && page.withdrawn) {
    throw new ExitError(
      `\`${page.id}\` was withdrawn on ${page.withdrawn.on}, expected a current page`,
      `Change the text under \`withdrawn\` in \`${page.path}\`, or make it current again with \`--undo\`.`,
    );
  }
  const faults = withdrawal
    ? [
        ...checkWhy(toolkit, withdrawal.why),
        ...(withdrawal.replacedBy === undefined ? [] : checkSuccessor(toolkit, page.id, withdrawal.replacedBy)),
      ]
    : [];
  if (faults.length > 0) throw toExitError(faults);
  const change = withdrawal ? planWithdrawal(toolkit, page, withdrawal) : planReturn(toolkit, page);
  return planChange(tree, change, {
    command: 'withdraw',
    today,
    pages: [page.id],
    news: (after) => withdrawalNews(toolkit, after, page),
  });
}

/**
 * The page that the argument names.
 *
 * @throws {ExitError} if there is none, or it cannot be withdrawn.
 */
function findPage(toolkit: Toolkit, words: readonly string[]): WithdrawablePage {
  const [word] = words;
  if (word === undefined || words.length > 1) {
    throw new ExitError(
      `${word === undefined ? 'no page' : `${words.length} pages`} given, expected one`,
      'Write `npm run withdraw -- <page> --why "..."`.',
    );
  }
  const page = findWithdrawable(toolkit, idFrom(toolkit, word));
  if (!('text' in page)) throw toExitError([page]);
  return page;
}

/** Asks at a terminal for the reason, and for the page to read instead where no option names one. */
async function askWithdrawal(
  toolkit: Toolkit,
  page: WithdrawablePage,
  given: Withdrawal,
  terminal: Terminal,
): Promise<Withdrawal> {
  const why = await askText(
    terminal,
    'Why is it out of date? One sentence to readers.',
    (answer) => checkWhy(toolkit, answer)[0]?.problem,
  );
  if (given.replacedBy !== undefined) return {...given, why};
  const question = 'Which page should they read instead? Its id; leave it empty if there is none.';
  const successor = await askText(terminal, question, (answer) =>
    answer.trim() === '' ? undefined : checkSuccessor(toolkit, page.id, idFrom(toolkit, answer))[0]?.fix,
  );
  return {...given, why, replacedBy: successor.trim() === '' ? undefined : idFrom(toolkit, successor)};
}
