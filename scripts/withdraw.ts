import {text} from '@clack/prompts';
import {type PlannedChange, planChange} from '../src/app/plan-change.ts';
import {withdrawalNews} from '../src/changes/notes/plan-notes.ts';
import {
  checkSuccessor,
  checkWhy,
  findWithdrawable,
  planReturn,
  planWithdrawal,
  type WithdrawablePage,
  type Withdrawal,
} from '../src/changes/withdrawal/withdraw.ts';
import {idFrom} from '../src/content/pages/known-pages.ts';
import {addressOf} from '../src/content/pages/page-id.ts';
import type {Toolkit} from '../src/content/toolkit.ts';
import {ExitError, toExitError} from '../src/io/cli/exit-error.ts';
import {type Terminal, terminalOf} from '../src/io/cli/io.ts';
import {answerTo} from '../src/io/cli/require-agreement.ts';
import {readTree, type WholeTree} from '../src/io/read-tree.ts';
import {commit} from '../src/io/transaction/commit.ts';
import type {Run} from './commands.ts';

/** `toolkit withdraw`: says on a page that it is out of date, or makes it current again. */
export const run: Run<'withdraw'> = async (options, io, words) => {
  const {why, 'replaced-by': successor, undo: isUndone = false} = options;
  if (isUndone && (why !== undefined || successor !== undefined)) {
    throw new ExitError('`--undo` given with other options, expected it alone', 'Leave the other options out.');
  }
  const tree = await readTree(io.cwd);
  const page = findPage(tree.toolkit, words);
  const given = {on: io.today, why: why ?? '', replacedBy: successor === undefined ? undefined : idFrom(successor)};
  const terminal = why === undefined && !page.withdrawn ? terminalOf(io) : undefined;
  const answered = terminal && !isUndone ? await askWithdrawal(tree.toolkit, page, given, terminal) : given;
  const {transaction, next} = await plan(tree, page, isUndone ? undefined : answered, io.today);
  await commit(io.cwd, transaction);
  const done = isUndone
    ? `${page.path} is current again`
    : `withdrew ${page.path}: it stays at ${addressOf(page.id)}, with the reason at its top`;
  io.stdout.write(`${[done, ...next].join('\n')}\n`);
  return 0;
};

/**
 * Plans a withdrawal, or its end.
 *
 * @throws {ExitError} with every reason why it cannot be done.
 */
export async function plan(
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
export function findPage(toolkit: Toolkit, words: readonly string[]): WithdrawablePage {
  const [word] = words;
  if (word === undefined || words.length > 1) {
    throw new ExitError(
      `${word === undefined ? 'no page' : `${words.length} pages`} given, expected one`,
      'Write `npm run withdraw -- <page> --why "..."`.',
    );
  }
  const page = findWithdrawable(toolkit, idFrom(word));
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
  const why = await ask(
    terminal,
    'Why is it out of date? One sentence to readers.',
    (answer) => checkWhy(toolkit, answer)[0]?.problem,
  );
  if (given.replacedBy !== undefined) return {...given, why};
  const question = 'Which page should they read instead? Its id; leave it empty if there is none.';
  const successor = await ask(terminal, question, (answer) =>
    answer.trim() === '' ? undefined : checkSuccessor(toolkit, page.id, idFrom(answer))[0]?.fix,
  );
  return {...given, why, replacedBy: successor.trim() === '' ? undefined : idFrom(successor)};
}

async function ask(
  terminal: Terminal,
  message: string,
  fault: (answer: string) => string | undefined,
): Promise<string> {
  return (await answerTo(text({message, validate: (given = '') => fault(given), ...terminal}))) ?? '';
}
