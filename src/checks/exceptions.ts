import type {Html, Node, Parents} from 'mdast';
import {nearest} from '../format/nearest.ts';
import {EXCEPTION_RE, isException} from '../markdown/exception-comment.ts';
import type {ParsedPage} from '../markdown/parsed-page.ts';
import {visit} from '../markdown/visit.ts';
import type {Problem} from '../model/problem.ts';

/** Leave to break a rule in the block that follows, with the reason for it. */
interface Exception {
  ruleId: string;
  reason: string;
  comment: Html;
  /** The block that may break the rule; none where the comment is the last thing in its parent. */
  block: Node | undefined;
}

/** The rules of which somebody may want an exception. */
export interface ExceptionRules {
  /** Every id there is, but for rules of linters. */
  ids: readonly string[];
  /** Whether a page may break a rule for a reason. */
  allows(ruleId: string): boolean;
}

/** What the engine itself finds about exceptions. */
const UNUSED = 'no-unused-exception';

/**
 * Takes out the problems of a page for which it makes an exception, and adds those that exceptions make themselves:
 * without a reason, of a rule that allows none, or without anything to except.
 */
export function applyExceptions(page: ParsedPage, problems: readonly Problem[], rules: ExceptionRules): Problem[] {
  const left = new Set(problems);
  const own: Problem[] = [];
  for (const exception of exceptionsIn(page)) {
    const covered = problems.filter((problem) => covers(exception, problem));
    const fault = faultOf(exception, covered.length, rules);
    if (fault) own.push(toProblem(page.document.path, exception, fault));
    else for (const problem of covered) left.delete(problem);
  }
  return [...left, ...own];
}

function exceptionsIn({tree}: ParsedPage): Exception[] {
  const found: Exception[] = [];
  visit(tree, 'html', (node, index, parent: Parents | undefined) => {
    const [, ruleId, reason = ''] = EXCEPTION_RE.exec(node.value) ?? [];
    if (!ruleId) return;
    // Several exceptions of one block stand one after another.
    const block = parent?.children
      .slice((index ?? 0) + 1)
      .find((next) => next.type !== 'html' || !isException(next.value));
    found.push({ruleId, reason, comment: node, block});
  });
  return found;
}

/** A problem of the page as a whole has no place: an exception anywhere on the page is meant for it. */
function covers({ruleId, block}: Exception, problem: Problem): boolean {
  if (problem.ruleId !== ruleId) return false;
  if (!problem.place) return true;
  const {start, end} = block?.position ?? {};
  return start !== undefined && end !== undefined && problem.place.line >= start.line && problem.place.line <= end.line;
}

function faultOf({ruleId, reason}: Exception, covered: number, rules: ExceptionRules) {
  if (!rules.allows(ruleId) && !rules.ids.includes(ruleId)) {
    const near = nearest(
      ruleId,
      rules.ids.filter((id) => rules.allows(id)),
    );
    return {
      problem: `exception is made of \`${ruleId}\`, which is no rule, expected the id of one`,
      fix: near
        ? `Write \`${near}\`, the nearest id.`
        : 'Copy the id from the report, where it stands behind what was found; if nothing was found, delete this comment.',
    };
  }
  if (!rules.allows(ruleId)) {
    return {
      problem: `exception is made of \`${ruleId}\`, expected a rule of structure or prose`,
      fix: 'Mend what the rule finds, and delete this comment.',
    };
  }
  if (reason === '') {
    return {
      problem: `exception from \`${ruleId}\` has no reason, expected one after a colon`,
      fix: `Write \`<!-- check-ignore ${ruleId}: why it must stand -->\`.`,
    };
  }
  if (covered === 0) {
    return {
      problem: `exception from \`${ruleId}\` excepts nothing, expected it right before what breaks the rule`,
      fix: 'Delete this comment, or move it.',
    };
  }
  return undefined;
}

function toProblem(path: string, {comment}: Exception, fault: Pick<Problem, 'problem' | 'fix'>): Problem {
  const {start, end} = comment.position ?? {};
  return {path, place: start, end, ...fault, ruleId: UNUSED, severity: 'error'};
}
