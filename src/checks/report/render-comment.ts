import type {BlockContent, ListItem, PhrasingContent} from 'mdast';
import {type LimitedBody, limitedBody} from '../../format/limited-body.ts';
import {code, codeBlock, link, listItem, paragraph, stringify, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {editLink, placeName} from '../../format/place-link.ts';
import {SEVERITIES} from '../../model/problem.ts';
import {compareInSection} from '../compare-problems.ts';
import type {Report, ReportedException, ReportedProblem} from './report-schema.ts';
import {nextStepOnGitHub, severityTitle} from './sections.ts';

/** What a comment says besides the report. It comes from GitHub and from the main branch: the report is untrusted. */
export interface CommentContext {
  /** The repository of the branch, `https://github.com/owner/name`. */
  headUrl: string;
  /** The branch, whose files the links open in GitHub's editor. */
  branch: string;
  /** Paths that the branch no longer has, which no editor can open. */
  removed: ReadonlySet<string>;
  /** The address of the workflow run. */
  runUrl: string;
  /** Whether a step of the run failed. */
  hasFailed: boolean;
  /** Where the changed pages are shown as readers would see them. */
  previewUrl?: string | undefined;
  /** Paths of changed files that may run code, or change how the site is built and checked. */
  code: readonly string[];
  /** Whether there may be changed files that GitHub does not list. */
  hasMoreFiles?: boolean;
  /** How long an answer usually takes, `5 working days`. */
  usualReply?: string | undefined;
}

/** A hidden marker at the start of our comment, to find it again. */
export const COMMENT_MARKER = '<!-- good-practice-toolkit: check -->';

/**
 * The comment on a pull request: what the checks found, worst first, and what happens next. Markdown, within GitHub's
 * limit.
 *
 * @param report `undefined` where the checks stopped before they could report
 */
export function renderComment(report: Report | undefined, context: CommentContext): string {
  const {previewUrl, code: changedCode, hasMoreFiles} = context;
  const body = limitedBody(
    COMMENT_MARKER,
    stringify([
      paragraph([text('Thank you for your change. '), ...outcome(report, context)]),
      ...(previewUrl === undefined
        ? []
        : [paragraph([link(previewUrl, [text('Preview the changed pages')]), text(', as readers would see them.')])]),
      ...(changedCode.length === 0 ? [] : [codeWarning(changedCode)]),
      ...(hasMoreFiles
        ? [paragraph([text('GitHub lists only 3,000 changed files. A maintainer must look for code in the others.')])]
        : []),
    ]),
  );
  if (!report) return body.render(whoIsNext(context));
  const hidden = addProblems(body, report, context);
  const end = hidden > 0 ? [renderEnd(hidden, context)] : [];
  const next = report.problems.length > 0 ? [nextStepOnGitHub(report)] : [];
  return body.render(...end, ...next, whoIsNext(context));
}

/** How many files of code are named. */
const MOST_NAMED = 20;

/** A warning for people who would check out the branch: the checks do not look into code. */
function codeWarning(paths: readonly string[]): BlockContent {
  const named = paths.slice(0, MOST_NAMED).flatMap((path, index) => [text(index === 0 ? ' ' : ', '), code(path)]);
  const rest = paths.length - MOST_NAMED;
  const start =
    'This change includes code that needs a maintainer. It can run programs, or change how the site is built:';
  return paragraph([text(start), ...named, text(rest > 0 ? ` and ${rest} more.` : '.')]);
}

/** What the checks found, in a sentence or two. */
function outcome(report: Report | undefined, {runUrl, hasFailed}: CommentContext): PhrasingContent[] {
  if (report && report.problems.length > 0) {
    return [text('The checks found the following. Each link opens the line in GitHub, where you can edit it.')];
  }
  if (report && !hasFailed) return [text('The checks found no problems.')];
  const sentence = report
    ? 'The checks found no problems, but the run failed.'
    : 'The checks stopped before they could report.';
  return [text(`${sentence} `), link(runUrl, [text('See the log of the run')]), text('.')];
}

/** What happens next. How long that takes is said only if the publisher has configured it. */
function whoIsNext({usualReply}: CommentContext): string {
  const reply = usualReply === undefined ? '' : ` An answer usually takes ${usualReply}.`;
  return stringify([paragraph(toPhrasing(`An editor reads it next.${reply}`))]);
}

/** Adds the problems and exceptions that fit; returns how many do not. */
function addProblems(body: LimitedBody, report: Report, context: CommentContext): number {
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
  const exceptions = (report.exceptions ?? []).map((exception) => exceptionItem(exception, context));
  add('Exceptions in these files', exceptions);
  return hidden;
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

/** A link to the line in the branch; only its name where the branch has no such file. */
function place(at: {path: string; line?: number | undefined}, context: CommentContext): PhrasingContent[] {
  return context.removed.has(at.path) ? placeName(at) : [editLink(at, context)];
}

function problemItem(problem: ReportedProblem, context: CommentContext): ListItem {
  const {related, before, after, example} = problem;
  const see = related && [text(' See also '), ...place(related, context), text('.')];
  return listItem([
    paragraph([...place(problem, context), text(': '), ...toPhrasing(problem.problem)]),
    paragraph([...toPhrasing(problem.fix), text(' ('), code(problem.rule), text(')'), ...(see ?? [])]),
    ...(example === undefined ? [] : [codeBlock(example)]),
    ...(before === undefined ? [] : quote('Before', before)),
    ...(after === undefined ? [] : quote('After', after)),
  ]);
}

function exceptionItem({path, line, rule, reason}: ReportedException, context: CommentContext): ListItem {
  const words = [...place({path, line}, context), text(': '), code(rule), text(', because: '), ...toPhrasing(reason)];
  return listItem([paragraph(words)]);
}

function quote(label: string, value: string): BlockContent[] {
  if (value === '') return [paragraph([text(`${label}: nothing.`)])];
  return [paragraph([text(`${label}:`)]), codeBlock(value)];
}

function renderItem(item: ListItem): string {
  return stringify([{type: 'list', ordered: false, spread: true, children: [item]}]);
}
