import type {BlockContent, ListItem} from 'mdast';
import {limitedBody} from '../../format/limited-body.ts';
import {code, link, listItem, paragraph, stringify, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {placeLink} from '../../format/place-link.ts';
import {SEVERITIES} from '../../model/problem.ts';
import {compareInSection} from '../compare-problems.ts';
import type {Report, ReportedException, ReportedProblem} from './report-schema.ts';
import {nextStepOnGitHub, severityTitle} from './sections.ts';

/** The links of a comment. They come from GitHub and not from the report, which is untrusted. */
export interface CommentContext {
  /** The repository of the branch, `https://github.com/owner/name`. */
  headUrl: string;
  /** The commit that was checked. */
  headSha: string;
  /** The address of the workflow run. */
  runUrl: string;
}

/** A hidden marker at the start of our comment, to find it again. */
export const COMMENT_MARKER = '<!-- good-practice-toolkit: check -->';

/** The comment on a pull request that says what the checks found: Markdown, worst first, within GitHub's limit. */
export function renderCheckComment(report: Report, context: CommentContext): string {
  const body = limitedBody(
    COMMENT_MARKER,
    'The checks found the following. Each link goes to the line in your branch.',
  );
  let hidden = report.leftOut ?? 0;
  const add = (title: string, items: readonly ListItem[]) =>
    items.forEach((item, index) => {
      const heading = index === 0 ? [`### ${title} (${items.length})`] : [];
      if (!body.add(...heading, renderItem(item))) hidden += 1;
    });

  for (const severity of SEVERITIES) {
    const problems = report.problems.filter((problem) => problem.severity === severity);
    const items = problems.sort(compareReported).map((problem) => problemItem(problem, context));
    add(severityTitle(severity), items);
  }
  add(
    'Exceptions in these files',
    (report.exceptions ?? []).map((exception) => exceptionItem(exception, context)),
  );
  return body.render(...(hidden > 0 ? [renderEnd(hidden, context)] : []), nextStepOnGitHub(report));
}

/** The text that replaces our comment when no problems are left. */
export function renderNoProblems(): string {
  return `${COMMENT_MARKER}\n\nThe checks find no problems now.\n`;
}

/** The comment when the run failed before it could report. */
export function renderStopped(context: Pick<CommentContext, 'runUrl'>): string {
  return renderFailed('The checks stopped before they could report.', context);
}

/** The text that replaces our comment when no problems are left but the run failed for another reason. */
export function renderFailedOtherwise(context: Pick<CommentContext, 'runUrl'>): string {
  return renderFailed('The checks find no problems now, but the run failed.', context);
}

function renderFailed(sentence: string, {runUrl}: Pick<CommentContext, 'runUrl'>): string {
  const words = [text(`${sentence} `), link(runUrl, [text('See the log of the run')]), text('.')];
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

/** The report is untrusted, so its problems are sorted again. */
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
