import {isCancel, text} from '@clack/prompts';
import {judgeSuccessor, judgeWhy} from '../../src/content/moves/judge-withdrawal.ts';
import {idFrom} from '../../src/content/moves/page-file.ts';
import type {WithdrawablePage, Withdrawal} from '../../src/content/moves/plan-withdrawal.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import type {Terminal} from '../io.ts';
import {nothingDone} from '../require-agreement.ts';

interface Given {
  why: string | undefined;
  successor: string | undefined;
  on: string;
}

/** What was given, and at a terminal the answers to what was not. */
export async function readWithdrawal(
  toolkit: Toolkit,
  page: WithdrawablePage,
  {why, successor, on}: Given,
  terminal: Terminal | undefined,
): Promise<Withdrawal> {
  const named = successor === undefined ? undefined : idFrom(successor);
  if (why !== undefined || !terminal || page.withdrawn) return {on, why: why ?? '', replacedBy: named};
  const reason = await ask(
    terminal,
    'Why does it no longer hold? One sentence to readers.',
    (answer) => judgeWhy(toolkit, answer)[0]?.problem,
  );
  const instead =
    named ??
    (await ask(terminal, 'Which page should they read instead? Its id; leave it empty if there is none.', (answer) =>
      answer.trim() === '' ? undefined : judgeSuccessor(toolkit, page.id, idFrom(answer))[0]?.fix,
    ));
  return {on, why: reason, replacedBy: instead.trim() === '' ? undefined : idFrom(instead)};
}

async function ask(
  terminal: Terminal,
  message: string,
  fault: (answer: string) => string | undefined,
): Promise<string> {
  const answer = await text({message, validate: (given = '') => fault(given), ...terminal});
  if (isCancel(answer)) throw nothingDone();
  return answer ?? '';
}
