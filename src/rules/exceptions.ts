import type {Html, Node, Parents} from 'mdast';
import type {ParsedPage} from '../content/markdown/parsed-page.ts';
import {visit} from '../content/markdown/visit.ts';
import type {Fault, Problem} from '../content/problem.ts';
import {nearest} from '../format/nearest.ts';

/** `<!-- check-ignore no-long-sentence: the sentence is the Act's own -->` */
const EXCEPTION_RE = /^<!--\s*check-ignore\s+([\w/-]+)\s*(?::\s*(.*?))?\s*-->$/s;

interface Exception {
  ruleId: string;
  reason: string;
  comment: Html;
  /** The block that may break the rule; `undefined` if nothing follows the comment. */
  block: Node | undefined;
}

export interface ExceptionRules {
  /** Every rule id, except for the rules of linters. */
  ids: readonly string[];
  allows(ruleId: string): boolean;
}

const UNUSED = 'no-unused-exception';

/**
 * Removes the problems that the exceptions of a page cover, and adds problems with the exceptions: no reason, a rule that
 * is unknown or allows none, or nothing to cover. On pages of editions, only rules that allow no exceptions run.
 */
export function applyExceptions(page: ParsedPage, problems: readonly Problem[], rules: ExceptionRules): Problem[] {
  if (page.kind === 'edition-page') return [...problems];
  const remaining = new Set(problems);
  const added: Problem[] = [];
  for (const exception of exceptionsIn(page)) {
    const covered = problems.filter((problem) => covers(exception, problem));
    const fault = faultOf(exception, covered.length, rules);
    if (fault) added.push(toProblem(page.document.path, exception, fault));
    else for (const problem of covered) remaining.delete(problem);
  }
  return [...remaining, ...added];
}

function exceptionsIn({tree}: ParsedPage): Exception[] {
  const exceptions: Exception[] = [];
  visit(tree, 'html', (node, index, parent: Parents | undefined) => {
    const [, ruleId, reason = ''] = EXCEPTION_RE.exec(node.value) ?? [];
    if (!ruleId) return;
    // One block can have several exceptions.
    const block = parent?.children
      .slice((index ?? 0) + 1)
      .find((next) => next.type !== 'html' || !EXCEPTION_RE.test(next.value));
    exceptions.push({ruleId, reason, comment: node, block});
  });
  return exceptions;
}

/** A problem of the whole page has no place, so an exception anywhere on the page covers it. */
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
      problem: `exception names \`${ruleId}\`, which is not a rule, expected the id of a rule`,
      fix: near
        ? `Write \`${near}\`, the nearest id.`
        : 'Copy the id from the end of the problem in the report. If there is no problem, delete this comment.',
    };
  }
  if (!rules.allows(ruleId)) {
    return {
      problem: `\`${ruleId}\` allows no exceptions, expected a rule about structure or prose`,
      fix: 'Fix the problem that the rule reports, and delete this comment.',
    };
  }
  if (reason === '') {
    return {
      problem: `exception from \`${ruleId}\` has no reason, expected one after a colon`,
      fix: `Write \`<!-- check-ignore ${ruleId}: the reason -->\`.`,
    };
  }
  if (covered === 0) {
    return {
      problem: `exception from \`${ruleId}\` has no effect, expected it directly before the text that breaks the rule`,
      fix: 'Delete this comment, or move it.',
    };
  }
  return undefined;
}

function toProblem(path: string, {comment}: Exception, fault: Fault): Problem {
  const {start, end} = comment.position ?? {};
  return {path, place: start, end, ...fault, ruleId: UNUSED, severity: 'error'};
}
