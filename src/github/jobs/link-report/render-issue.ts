import {link, listItem, paragraph, stringify, text, toPhrasing} from '../../../format/markdown-nodes.ts';
import {placeLink} from '../../../format/place-link.ts';
import type {OwnedProblem} from '../../../links/external/link-problems.ts';
import type {ToolkitConfig} from '../../../model/schemas/toolkit-schema.ts';
import {renderGroupedIssue} from '../../grouped-issue.ts';

/** What the issue links to and sums up; all of it comes from GitHub and the ledger. */
interface IssueContext {
  /** The repository, `https://github.com/owner/name`. */
  headUrl: string;
  /** The commit whose pages were read. */
  headSha: string;
  /** The page of the run that checked the links. */
  runUrl: string;
  /** The whole ledger in one line. */
  summary: string;
}

/** The first line of the issue; readers do not see it. */
export const ISSUE_MARKER = '<!-- good-practice-toolkit: links -->';

export const ISSUE_TITLE = 'Links to other sites that need attention';

/** The issue that lists the links to fix, by the role that owns the page; without problems, it says so. */
export function renderIssue(
  problems: readonly OwnedProblem[],
  {owners}: Pick<ToolkitConfig, 'owners'>,
  context: IssueContext,
): string {
  const summary = paragraph([...toPhrasing(context.summary), text('.')]);
  if (problems.length === 0) {
    return `${ISSUE_MARKER}\n\n${stringify([paragraph([text('No link needs attention now.')]), summary])}\n`;
  }
  const opening = paragraph([
    text('The weekly link check updates this issue. Fix the links in a pull request. '),
    link(context.runUrl, [text('Details of the run')]),
    text('.'),
  ]);
  const labels = new Map(owners.map(({id, label}) => [id, label]));
  const labelOf = ({owner = ''}: OwnedProblem) => labels.get(owner) ?? 'No owner';
  // The issue has a limited length: dead links come before moved ones.
  const sorted = problems.toSorted((a, b) => Number(a.severity === 'note') - Number(b.severity === 'note'));
  const groups = [...labels.values(), 'No owner'].map((label) => ({
    label,
    items: sorted.filter((problem) => labelOf(problem) === label).map((problem) => toItem(problem, context)),
  }));
  return renderGroupedIssue(ISSUE_MARKER, [opening, summary], groups, 'npm run links -- --external');
}

/** Whether an earlier version of the issue listed each of these problems; its numbers and days may differ. */
export function isListedIn(body: string, problems: readonly OwnedProblem[]): boolean {
  return problems.every(({problem}) => body.includes(/^`[^`]+` has \w+/.exec(problem)?.[0] ?? problem));
}

function toItem({path, place, problem, fix}: OwnedProblem, context: IssueContext) {
  const words = [
    paragraph([placeLink({path, line: place?.line}, context), text(': '), ...toPhrasing(problem)]),
    paragraph(toPhrasing(fix)),
  ];
  return {type: 'list' as const, ordered: false, spread: true, children: [listItem(words)]};
}
