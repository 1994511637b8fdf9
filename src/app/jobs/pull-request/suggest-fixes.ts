import {documentKind} from '../../../content/pages/page-id.ts';
import {code, paragraph, stringify, text, toPhrasing} from '../../../format/markdown-nodes.ts';
import {failedStatus, type GitHub, listAll, NO_RETRIES, retryIdempotent} from '../../../io/github/github-client.ts';
import {WORKFLOW_AUTHOR} from '../../../io/github/upsert-comment.ts';
import {compareInSection} from '../../../rules/compare-problems.ts';
import type {ReportedProblem} from '../../../rules/report/report-schema.ts';
import type {ChangedFile, PullRequest} from './pull-request.ts';

/** A hidden marker at the start of our suggestions, to find them again. */
const SUGGESTION_MARKER = '<!-- good-practice-toolkit: suggestion -->';

/** What suggestions change: pages and change notes. */
const TEXTS: readonly unknown[] = ['page', 'case-study', 'change-note'];

/** As many as a person looks at; the comment shows the rest. */
const MOST_SUGGESTIONS = 20;

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

/** One suggestion for each line, which the report fixes as a whole: of two that share a line, GitHub would apply one. */
function toSuggestions(files: readonly ChangedFile[], problems: readonly ReportedProblem[]): Suggestion[] {
  const linesOf = new Map(files.map(({path, patch = ''}) => [path, shownLines(patch)]));
  const used = new Set<string>();
  const sorted = [...problems].sort((a, b) => compareInSection({...a, ruleId: a.rule}, {...b, ruleId: b.rule}));
  return sorted.flatMap((problem): Suggestion[] => {
    const {path, line, before = '', after = ''} = problem;
    const shown = linesOf.get(path);
    // An untrusted report must not suggest changes of programs or workflows.
    const isText = TEXTS.includes(documentKind(path));
    if (shown === undefined || line === undefined || !isText || before === '' || after === '') return [];
    const replaced = before.split('\n').map((words, index) => ({number: line + index, words}));
    const isFree = replaced.every(({number, words}) => shown.get(number) === words && !used.has(`${path}:${number}`));
    if (!isFree) return [];
    for (const {number} of replaced) used.add(`${path}:${number}`);
    const last = line + replaced.length - 1;
    return [{path, line: last, ...(last > line && {start_line: line}), side: 'RIGHT', body: render(problem, after)}];
  });
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

function render({problem, fix, rule}: ReportedProblem, after: string): string {
  const blocks = stringify([
    paragraph([...toPhrasing(`${problem}. ${fix}`), text(' ('), code(rule), text(')')]),
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
