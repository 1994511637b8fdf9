import {allowsException, checkModel, checkPages} from '../../src/content/policy.ts';
import type {Problem} from '../../src/content/problem.ts';
import type {Fault} from '../../src/content/publish/judge-wishes.ts';
import {renderPlace} from '../../src/content/report/sections.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {findNewErrors} from '../../src/store/find-new-errors.ts';
import {loadCheckContext} from '../../src/store/load-check-context.ts';

/** Rules that prove what was published: made anew, their records would hide what somebody changed. */
const PROOFS: readonly string[] = ['no-changed-record'];

/** What was changed in silence before, in words that are on record. */
export function findBrokenProofs(toolkit: Toolkit, today: string): Fault[] {
  return checkModel(toolkit, today)
    .filter(({ruleId}) => PROOFS.includes(ruleId))
    .map((problem) => toFault(problem));
}

/** The errors that a redaction would bring, as reasons not to make it. */
export async function findNewFaults(
  before: Toolkit,
  after: Toolkit,
  changed: ReadonlySet<string>,
  where: {cwd: string; today: string},
): Promise<Fault[]> {
  const problems = await findNewErrors(before, after, changed, where);
  return problems.map((problem) => toFault(problem, 'once redacted: '));
}

/** The problems of prose and structure in changed files, as far as our own rules find them. */
export async function findOwnProblems(toolkit: Toolkit, changed: ReadonlySet<string>, cwd: string): Promise<Problem[]> {
  const pages = toolkit.documents.filter(({document}) => changed.has(document.path));
  const problems = checkPages(pages, await loadCheckContext(cwd, toolkit.config));
  return problems.filter(({ruleId}) => allowsException(ruleId));
}

function toFault({path, place, problem, ruleId, fix}: Problem, when = ''): Fault {
  return {problem: `${renderPlace(path, place)}: ${when}${problem} [${ruleId}]`, fix};
}
