import type {BlockContent, ListItem} from 'mdast';
import {code, link, listItem, paragraph, stringify, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {placeLink} from '../../format/place-link.ts';
import type {Severity} from '../../model/problem.ts';
import {compareInSection} from '../compare-problems.ts';
import type {Report, ReportedException, ReportedProblem} from './report-schema.ts';
import {nextStepOnGitHub, titleOf} from './sections.ts';

/** Where the words of a comment come from, and where its links lead; all of it told by GitHub, nothing by the report. */
export interface CommentContext {
  /** The repository that holds the branch, `https://github.com/owner/name`. */
  headUrl: string;
  /** The commit that was checked. */
  headSha: string;
  /** The page of the run that checked it. */
  runUrl: string;
}

/** Stands at the head of the one comment that is ours, and is not seen. */
export const COMMENT_MARKER = '<!-- good-practice-toolkit: check -->';

// "body is too long (maximum is 65536 characters)", says the API.
const MAX_COMMENT = 65_536;
const ROOM_FOR_THE_END = 500;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** The comment on a pull request that says what the checks found: Markdown, worst first, within GitHub's limit. */
export function renderComment(report: Report, context: CommentContext): string {
  const parts = [COMMENT_MARKER, 'This is what the checks found. Each link leads to the place in your branch.'];
  let room = MAX_COMMENT - ROOM_FOR_THE_END - parts.join('\n\n').length;
  let hidden = report.leftOut ?? 0;
  // Once one does not fit none does, or milder problems would stand where worse ones are missing.
  const add = (title: string, items: readonly ListItem[]) =>
    items.forEach((item, index) => {
      const blocks = room < 0 ? [] : [...(index === 0 ? [`### ${title} (${items.length})`] : []), renderItem(item)];
      room -= blocks.reduce((sum, block) => sum + block.length + 2, 0);
      if (room < 0) hidden += 1;
      else parts.push(...blocks);
    });

  for (const severity of SEVERITIES) {
    const problems = report.problems.filter((problem) => problem.severity === severity);
    const items = problems.sort(compareReported).map((problem) => problemItem(problem, context));
    add(titleOf(severity), items);
  }
  add(
    'Exceptions made in these files',
    (report.exceptions ?? []).map((exception) => exceptionItem(exception, context)),
  );
  if (hidden > 0) parts.push(renderEnd(hidden, context));
  parts.push(nextStepOnGitHub(report));
  return `${parts.join('\n\n')}\n`;
}

/** What replaces our comment once there is nothing left to say. */
export function renderAllWell(): string {
  return `${COMMENT_MARKER}\n\nAll is well now.\n`;
}

/** What is said where the run failed before it could report. */
export function renderStopped(context: Pick<CommentContext, 'runUrl'>): string {
  return renderFailed('The checks stopped before they could report.', context);
}

/** What replaces our comment where nothing was found any more, and the run failed for another reason. */
export function renderFailedOtherwise(context: Pick<CommentContext, 'runUrl'>): string {
  return renderFailed('The checks find nothing now, but the run failed.', context);
}

function renderFailed(sentence: string, {runUrl}: Pick<CommentContext, 'runUrl'>): string {
  const words = [text(`${sentence} `), link(runUrl, [text('The log of the run')]), text(' says where.')];
  return `${COMMENT_MARKER}\n\n${stringify([paragraph(words)])}\n`;
}

function renderEnd(hidden: number, {runUrl}: CommentContext): string {
  const more = hidden === 1 ? '1 more is' : `${hidden} more are`;
  return stringify([
    paragraph([
      text(`${more} not shown here: see `),
      link(runUrl, [text('the summary and the log of the run')]),
      text(', or run '),
      code('npm run check'),
      text('.'),
    ]),
  ]);
}

/** The file may come from anybody: its order is not taken on trust. */
function compareReported(a: ReportedProblem, b: ReportedProblem): number {
  return compareInSection({...a, ruleId: a.rule}, {...b, ruleId: b.rule});
}

function problemItem(problem: ReportedProblem, context: CommentContext): ListItem {
  const {related, before, after} = problem;
  const see = related && [text(' See also '), placeLink(related, context), text('.')];
  return listItem([
    paragraph([placeLink(problem, context), text(': '), ...toPhrasing(problem.problem)]),
    paragraph([...toPhrasing(problem.fix), text(' ('), code(problem.rule), text(')'), ...(see ?? [])]),
    ...(before === undefined ? [] : quote('Before', before)),
    ...(after === undefined ? [] : quote('After', after)),
  ]);
}

function exceptionItem({path, line, rule, reason}: ReportedException, context: CommentContext): ListItem {
  const words = [placeLink({path, line}, context), text(': '), code(rule), text(', because: '), ...toPhrasing(reason)];
  return listItem([paragraph(words)]);
}

function quote(label: string, value: string): BlockContent[] {
  if (value === '') return [paragraph([text(`${label}: nothing.`)])];
  return [paragraph([text(`${label}:`)]), {type: 'code', lang: 'text', value}];
}

function renderItem(item: ListItem): string {
  return stringify([{type: 'list', ordered: false, spread: true, children: [item]}]);
}
