import type {BlockContent} from 'mdast';
import {code, link, listItem, paragraph, stringify, text, toPhrasing} from '../report/markdown-nodes.ts';
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

// "body is too long (maximum is 65536 characters)", says the API.
const MAX_BODY = 65_536;
const ROOM_FOR_THE_END = 500;

/** The issue that says which links no longer lead where they should, by the role that has to mend them. */
export function renderIssue(groups: readonly OwnersProblems[], context: IssueContext): string {
  const parts = [ISSUE_MARKER, stringify(opening(context))];
  let room = MAX_BODY - ROOM_FOR_THE_END - parts.join('\n\n').length;
  let hidden = 0;
  for (const {label, problems} of groups) {
    // What is dead first; once one does not fit none does.
    const sorted = problems.toSorted((a, b) => Number(a.severity === 'note') - Number(b.severity === 'note'));
    for (const [index, problem] of sorted.entries()) {
      const heading = index === 0 ? [{type: 'heading', depth: 2, children: toPhrasing(label)} as const] : [];
      const block = stringify([...heading, item(problem, context)]);
      room -= block.length + 2;
      if (room < 0) hidden += 1;
      else parts.push(block);
    }
  }
  if (hidden > 0) {
    const more = `${hidden} more ${hidden === 1 ? 'is' : 'are'} not shown here: run `;
    parts.push(stringify([paragraph([text(more), code('npm run links -- --external'), text('.')])]));
  }
  return `${parts.join('\n\n')}\n`;
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
