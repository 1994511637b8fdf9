import type {BlockContent, Link, PhrasingContent} from 'mdast';
import {type LimitedBody, limitedBody} from '../../format/limited-body.ts';
import {
  code,
  codeBlock,
  link,
  list,
  listItem,
  paragraph,
  stringify,
  strong,
  text,
  toPhrasing,
} from '../../format/markdown-nodes.ts';
import {compareInSection} from '../compare-problems.ts';
import {problemItem} from './render-markdown.ts';
import type {Report, ReportedChange, ReportedProblem} from './report-schema.ts';
import {groupBySeverity, nextStepOnGitHub} from './sections.ts';

/** What a comment says besides the report. It comes from GitHub and from the main branch: the report is untrusted. */
export interface CommentContext {
  /** The repository of the branch, `https://github.com/owner/name`. */
  headUrl: string;
  /** The branch, whose files the links open in GitHub's editor. */
  branch: string;
  /** Paths that the branch no longer has, which no editor can open. */
  removed: ReadonlySet<string>;
  runUrl: string;
  hasFailed: boolean;
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
  const opening = [
    COMMENT_MARKER,
    `Thank you for your change. ${outcome(report, context)}`,
    previewUrl !== undefined && `[Preview the changed pages](${previewUrl}), as readers would see them.`,
    changedCode.length > 0 && codeWarning(changedCode),
    hasMoreFiles && 'GitHub lists only 3,000 changed files. A maintainer must look for code in the others.',
  ];
  const body = limitedBody(...opening.filter((block) => typeof block === 'string'));
  if (!report) return body.render(whoIsNext(context));
  const hidden = addProblems(body, report, context);
  const changes = addChanges(body, report);
  const end = [
    ...(hidden > 0 ? [renderEnd(hidden, context)] : []),
    ...(changes > 0 ? [`More changes do not fit here: see [the summary of the run](${context.runUrl}).`] : []),
  ];
  const next = report.problems.length > 0 ? [nextStepOnGitHub(report)] : [];
  return body.render(...end, ...next, whoIsNext(context));
}

const MAX_NAMED = 20;

/** A warning for people who would check out the branch: the checks do not look into code. */
function codeWarning(paths: readonly string[]): string {
  const names = paths.slice(0, MAX_NAMED).flatMap((path, index) => [text(index === 0 ? ' ' : ', '), code(path)]);
  const rest = paths.length - MAX_NAMED;
  const start =
    'This change includes code that needs a maintainer. It can run programs, or change how the site is built:';
  return stringify([paragraph([text(start), ...names, text(rest > 0 ? ` and ${rest} more.` : '.')])]);
}

function outcome(report: Report | undefined, {runUrl, hasFailed}: CommentContext): string {
  if (report && report.problems.length > 0) {
    return 'The checks found the following. Each link opens the line in GitHub, where you can edit it.';
  }
  if (report && !hasFailed) return 'The checks found no problems.';
  const sentence = report
    ? 'The checks found no problems, but the run failed.'
    : 'The checks stopped before they could report.';
  return `${sentence} [See the log of the run](${runUrl}).`;
}

/** What happens next. How long that takes is said only if the publisher has configured it. */
function whoIsNext({usualReply}: CommentContext): string {
  const reply = usualReply === undefined ? '' : ` An answer usually takes ${usualReply}.`;
  return `An editor reads it next.${reply}`;
}

/** Adds the problems that fit; returns how many do not. */
function addProblems(body: LimitedBody, report: Report, context: CommentContext): number {
  let hidden = report.leftOut ?? 0;
  // The report is untrusted, so its problems are sorted again.
  const sorted = report.problems.toSorted((a, b) => compareInSection({...a, ruleId: a.rule}, {...b, ruleId: b.rule}));
  for (const {title, problems} of groupBySeverity(sorted)) {
    problems.forEach((problem, index) => {
      const heading = index === 0 ? [`### ${title} (${problems.length})`] : [];
      if (!body.add(...heading, renderProblem(problem, context))) hidden += 1;
    });
  }
  return hidden;
}

/** Adds what would change for readers, by page; returns how many pages do not fit. */
function addChanges(body: LimitedBody, {changes = []}: Report): number {
  const shown = changes.findIndex((change, index) => {
    const heading = index === 0 ? ['### What would change for readers'] : [];
    return !body.add(...heading, renderChange(change));
  });
  return shown === -1 ? 0 : changes.length - shown;
}

function renderChange({path, title, notes, edits}: ReportedChange): string {
  const said = notes.length === 0 ? ['Nothing: no note is about this.'] : notes;
  return stringify([
    paragraph([strong(toPhrasing(title)), text(' '), code(path)]),
    paragraph([text('The update would say: '), ...toPhrasing(said.join(' '))]),
    list(edits.map((edit) => listItem([paragraph(toPhrasing(edit))]))),
  ]);
}

function renderEnd(hidden: number, {runUrl}: CommentContext): string {
  const more = hidden === 1 ? '1 more is' : `${hidden} more are`;
  return `${more} not shown here: see [the summary and the log of the run](${runUrl}), or run \`npm run check\`.`;
}

/** A link to the line in the branch; only its name where the branch has no such file. */
function place(at: LinkedPlace, context: CommentContext): PhrasingContent[] {
  return context.removed.has(at.path) ? placeName(at) : [editLink(at, context)];
}

function renderProblem(problem: ReportedProblem, context: CommentContext): string {
  const {related, before, after} = problem;
  const see = related && [text(' See also '), ...place(related, context), text('.')];
  const item = problemItem(problem, place(problem, context), see);
  item.children.push(...quote('Before', before), ...quote('After', after));
  return stringify([{...list([item]), spread: true}]);
}

function quote(label: string, value: string | undefined): BlockContent[] {
  if (value === undefined) return [];
  if (value === '') return [paragraph([text(`${label}: nothing.`)])];
  return [paragraph([text(`${label}:`)]), codeBlock(value)];
}

interface LinkedPlace {
  path: string;
  line?: number | undefined;
}

/** A link that opens a file of a branch in GitHub's editor, at the line. */
function editLink(place: LinkedPlace, {headUrl, branch}: {headUrl: string; branch: string}): Link {
  const line = place.line === undefined ? '' : `#L${place.line}`;
  return link(`${headUrl}/edit/${encodePath(branch)}/${encodePath(place.path)}${line}`, placeName(place));
}

function placeName({path, line}: LinkedPlace): PhrasingContent[] {
  return [code(path), ...(line === undefined ? [] : [text(`, line ${line}`)])];
}

/** A path or the name of a branch, for an address. */
function encodePath(path: string): string {
  return path.split('/').map(encodePart).join('/');
}

function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
