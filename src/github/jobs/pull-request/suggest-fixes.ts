import {compareInSection} from '../../../checks/compare-problems.ts';
import type {ReportedProblem} from '../../../checks/report/report-schema.ts';
import {code, paragraph, stringify, text, toPhrasing} from '../../../format/markdown-nodes.ts';
import {applyEdits} from '../../../markdown/edit/apply-edits.ts';
import {documentKind} from '../../../model/pages/page-id.ts';
import type {TextEdit} from '../../../model/problem.ts';
import {failedStatus, type GitHub, listAll} from '../../github-client.ts';
import {NO_RETRIES, retryIdempotent} from '../../retry-idempotent.ts';
import {WORKFLOW_AUTHOR} from '../../upsert-comment.ts';
import type {ChangedFile, PullRequest} from './pull-request.ts';

/** A hidden marker at the start of our suggestions, to find them again. */
const SUGGESTION_MARKER = '<!-- good-practice-toolkit: suggestion -->';

/** As many as a person looks at; the comment shows the rest. */
const MOST_SUGGESTIONS = 20;

/** Keeps a suggestion within GitHub's limit for a comment. */
const MOST_ON_ONE_LINE = 5;

const MOST_PAGES = 10;

/** A fix that the contributor can accept with one click. */
interface Suggestion {
  path: string;
  /** The last line that it replaces. */
  line: number;
  /** The first one, where it replaces several. */
  start_line?: number;
  side: 'RIGHT';
  body: string;
}

/**
 * Offers literal fixes as suggestions on the changed lines of a pull request, all in one review, each only once. The
 * report is untrusted, so a fix counts only if GitHub has the lines that it replaces at that place. Where GitHub refuses
 * them, the comment still shows each fix as text.
 *
 * @returns sentences for the log
 */
export async function suggestFixes(
  github: GitHub,
  pull: PullRequest,
  files: readonly ChangedFile[],
  problems: readonly ReportedProblem[],
): Promise<string[]> {
  const place = {owner: pull.owner, repo: pull.repo, pull_number: pull.number};
  const fixes = toSuggestions(files, problems);
  if (fixes.length === 0) return [];
  const known = await listOurs(github, place);
  const fresh = fixes.filter((fix) => !known.has(keyOf(fix))).slice(0, MOST_SUGGESTIONS);
  if (fresh.length === 0) return [];
  const post = () =>
    github.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      ...place,
      commit_id: pull.sha,
      event: 'COMMENT',
      body: 'The checks suggest these fixes. To accept one, choose "Commit suggestion".',
      comments: fresh,
      ...NO_RETRIES,
    });
  const find = async () => {
    const now = await listOurs(github, place);
    return fresh.some((fix) => now.has(keyOf(fix))) ? now : undefined;
  };
  try {
    await retryIdempotent<unknown>(github, post, find);
  } catch (error) {
    if (![403, 404, 422].includes(failedStatus(error) ?? 0)) throw error;
    return ['GitHub did not accept the suggestions. The comment shows each fix as text.'];
  }
  return [`Fixes suggested: ${fresh.length}.`];
}

/** One suggestion for each line with all its fixes: after one is accepted, GitHub would not apply another. */
function toSuggestions(files: readonly ChangedFile[], problems: readonly ReportedProblem[]): Suggestion[] {
  const linesOf = new Map(files.map(({path, patch = ''}) => [path, shownLines(patch)]));
  const used = new Set<string>();
  const sorted = [...problems].sort((a, b) => compareInSection({...a, ruleId: a.rule}, {...b, ruleId: b.rule}));
  const fixes = sorted.filter(({path, line, before = '', after = ''}) => {
    const shown = linesOf.get(path);
    // An untrusted report must not suggest changes of programs or workflows.
    if (shown === undefined || line === undefined || !isText(path) || before === '' || after === '') return false;
    return before.split('\n').every((words, index) => shown.get(line + index) === words);
  });
  return fixes.flatMap(({path, line = 0, before = ''}): Suggestion[] => {
    const last = line + before.split('\n').length - 1;
    const lines = Array.from({length: last - line + 1}, (_, index) => `${path}:${line + index}`);
    if (lines.some((key) => used.has(key))) return [];
    for (const key of lines) used.add(key);
    const same = fixes.filter((fix) => fix.path === path && fix.line === line && fix.before === before);
    const chosen = withoutOverlaps(same.map((fix) => ({...fix, edit: toEdit(fix)}))).slice(0, MOST_ON_ONE_LINE);
    const edits = chosen.map(({edit}) => edit);
    const body = render(chosen, applyEdits(before, edits));
    return [{path, line: last, ...(last > line && {start_line: line}), side: 'RIGHT', body}];
  });
}

/** The part of the lines that a fix replaces, in whole words: two fixes of one word could not both be applied. */
function toEdit({before = '', after = ''}: ReportedProblem): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let kept = 0;
  while (kept < shorter - start && before.at(-1 - kept) === after.at(-1 - kept)) kept += 1;
  const isInWord = (at: number) => /^\S\S$/.test(before.slice(at - 1, at + 1));
  while (start > 0 && isInWord(start)) start -= 1;
  while (kept > 0 && isInWord(before.length - kept)) kept -= 1;
  return {start, end: before.length - kept, text: after.slice(start, after.length - kept)};
}

/** The first of those that change the same words; the next check finds the others again. */
function withoutOverlaps<Fix extends {edit: TextEdit}>(fixes: readonly Fix[]): Fix[] {
  const chosen: Fix[] = [];
  for (const fix of fixes) {
    const isFree = ({edit}: Fix) => fix.edit.end < edit.start || edit.end < fix.edit.start;
    if (chosen.every(isFree)) chosen.push(fix);
  }
  return chosen;
}

/** Whether a file is a page or a change note. */
function isText(path: string): boolean {
  const kind = documentKind(path);
  return kind === 'page' || kind === 'case-study' || kind === 'change-note';
}

/** The lines of the new text that a patch shows, by their number: GitHub takes comments on these only. */
function shownLines(patch: string): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  let number = 0;
  for (const row of patch.split('\n')) {
    const start = /^@@ -\S+ \+(\d+)/.exec(row)?.[1];
    if (start !== undefined) number = Number(start);
    else if (/^[+ ]/.test(row)) lines.set(number++, row.slice(1));
  }
  return lines;
}

function render(problems: readonly ReportedProblem[], after: string): string {
  const blocks = stringify([
    ...problems.map(({problem, fix, rule}) =>
      paragraph([...toPhrasing(`${problem}. ${fix}`), text(' ('), code(rule), text(')')]),
    ),
    {type: 'code', lang: 'suggestion', value: after},
  ]);
  return `${SUGGESTION_MARKER}\n\n${blocks}`;
}

function keyOf({path, body}: {path: string; body: string}): string {
  return `${path}\n${body.trim()}`;
}

/** The suggestions that we have made already, also those on lines that have changed since. */
async function listOurs(
  github: GitHub,
  place: {owner: string; repo: string; pull_number: number},
): Promise<ReadonlySet<string>> {
  const comments = listAll(
    (page) => github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', {...place, ...page}),
    MOST_PAGES,
  );
  const keys = new Set<string>();
  for await (const {user, path, body} of comments) {
    if (user?.login === WORKFLOW_AUTHOR && body.startsWith(SUGGESTION_MARKER)) keys.add(keyOf({path, body}));
  }
  return keys;
}
