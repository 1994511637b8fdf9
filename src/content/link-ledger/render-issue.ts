import type {BlockContent} from 'mdast';
import {renderGroupedIssue} from '../report/grouped-issue.ts';
import {link, listItem, paragraph, stringify, text, toPhrasing} from '../report/markdown-nodes.ts';
import {placeLink} from '../report/place-link.ts';
import type {OwnersProblems} from './by-owner.ts';
import type {OwnedProblem} from './link-problems.ts';

/** Where the words of the issue come from; all of it told by GitHub. */
export interface IssueContext {
  /** The repository, `https://github.com/owner/name`. */
  headUrl: string;
  /** The commit whose pages were read. */
  headSha: string;
  /** The page of the run that checked the links. */
  runUrl: string;
  /** The whole ledger in one line. */
  summary: string;
}

/** Stands at the head of the one issue that is ours, and is not seen. */
export const ISSUE_MARKER = '<!-- good-practice-toolkit: links -->';

export const ISSUE_TITLE = 'Links to other sites that need a look';

/** The issue that says which links no longer lead where they should, by the role that has to mend them. */
export function renderIssue(groups: readonly OwnersProblems[], context: IssueContext): string {
  const told = groups.map(({label, problems}) => {
    // What is dead first; once one does not fit none does.
    const sorted = problems.toSorted((a, b) => Number(a.severity === 'note') - Number(b.severity === 'note'));
    return {label, items: sorted.map((problem) => item(problem, context))};
  });
  return renderGroupedIssue(ISSUE_MARKER, opening(context), told, 'npm run links -- --external');
}

/** Whether an issue of an earlier week told of every one of these: the days and numbers in it may be others. */
export function isToldIn(body: string, problems: readonly OwnedProblem[]): boolean {
  return problems.every(({problem}) => body.includes(/^`[^`]+` has \w+/.exec(problem)?.[0] ?? problem));
}

/** What the issue says once there is nothing left to mend. */
export function renderSettled(context: Pick<IssueContext, 'summary'>): string {
  return `${ISSUE_MARKER}\n\n${stringify([paragraph([text('All is well now: '), ...toPhrasing(context.summary), text('.')])])}\n`;
}

function opening({runUrl, summary}: IssueContext): BlockContent[] {
  return [
    paragraph([
      text('The weekly check writes this, and replaces it: mend the links in a pull request, and do not edit here. '),
      link(runUrl, [text('The run')]),
      text(' says more.'),
    ]),
    paragraph([...toPhrasing(summary), text('.')]),
  ];
}

function item(problem: OwnedProblem, context: IssueContext): BlockContent {
  const {path, place} = problem;
  const words = [
    paragraph([placeLink({path, line: place?.line}, context), text(': '), ...toPhrasing(problem.problem)]),
    paragraph(toPhrasing(problem.fix)),
  ];
  return {type: 'list', ordered: false, spread: true, children: [listItem(words)]};
}
