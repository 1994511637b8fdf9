import type {Baseline} from '../../src/checks/baseline.ts';
import {applyBaseline, grownBaseline, parseBaseline, storedBaseline} from '../../src/checks/baseline.ts';
import {isOnChangedLine} from '../../src/checks/changed-lines.ts';
import {checkRelease} from '../../src/checks/check-release.ts';
import {allowsException, judgeModel} from '../../src/checks/policy.ts';
import {requireNote} from '../../src/checks/rules/publishing/require-note.ts';
import {measureDiff} from '../../src/diff/measure-diff.ts';
import type {UntoldPage} from '../../src/diff/published/changed-pages.ts';
import {untoldPages} from '../../src/diff/published/changed-pages.ts';
import {baseTexts} from '../../src/fs/git/texts-at-base.ts';
import type {Io} from '../../src/fs/io.ts';
import {InvalidConfigurationError, loadToolkit} from '../../src/fs/load-toolkit.ts';
import type {Problem} from '../../src/model/problem.ts';
import {compareText} from '../../src/model/problem.ts';
import {BASELINE_FILE} from '../../src/model/schemas/records/baseline-schema.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import type {PageChecker} from './check-pages.ts';
import {createPageChecker} from './check-pages.ts';
import {changesSince} from './git-changes.ts';

/** What to check. */
export interface Scope {
  model: boolean;
  release: boolean;
  /** A commit: problems of prose and structure count only on lines changed since the merge base with it. */
  since: string | undefined;
}

/** What a check found. */
export interface Found {
  problems: Problem[];
  /** How many files were looked at, and which. */
  checked: number;
  paths: readonly string[];
  /** Problems on lines that did not change, with `since`. */
  unchanged: number;
  /** Problems that the baseline allows, and all others of prose and structure: what it can be made from. */
  old: Problem[];
  baseline: Baseline;
  /** The baseline as it is written; `undefined` where there is none. */
  baselineText: string | undefined;
  textOf(path: string): string | undefined;
  /** The address of the site, with a stroke at its end; none where the configuration cannot be read. */
  site?: string | undefined;
}

const NOTHING: Omit<Found, 'problems' | 'checked'> = {
  paths: [],
  unchanged: 0,
  old: [],
  baseline: {},
  baselineText: undefined,
  textOf: () => undefined,
};

/** Checks a toolkit: everything that is wrong with it, in one go. */
export async function findProblems(io: Io, scope: Scope): Promise<Found> {
  const pages = scope.model ? undefined : await createPageChecker(io.cwd);
  try {
    return await findWith(pages, io, scope);
  } finally {
    await pages?.close();
  }
}

async function findWith(pages: PageChecker | undefined, io: Io, scope: Scope): Promise<Found> {
  let loaded: Toolkit;
  try {
    loaded = await loadToolkit(io.cwd, pages?.read);
  } catch (error) {
    if (!(error instanceof InvalidConfigurationError)) throw error;
    return {...NOTHING, problems: error.problems, checked: 1};
  }
  const git = scope.since === undefined ? undefined : {ref: scope.since, ...(await changesSince(io.cwd, scope.since))};
  // Workers begin with the pages while this thread looks at the model; what fails there is thrown where it is awaited.
  const ofPages = pages?.check(loaded, showProgress(io));
  ofPages?.catch(() => undefined);
  const {toolkit, problems} = judgeModel(loaded, io.today);
  if (scope.release) problems.push(...checkRelease(toolkit.config));
  const texts = new Map(toolkit.documents.map(({document}) => [document.path, document.text]));
  const paths = toolkit.files.map((file) => file.path);
  const base = {checked: paths.length, paths, textOf: (path: string) => texts.get(path), site: siteOf(toolkit.config)};
  if (!ofPages) return {...NOTHING, ...base, problems};

  const unread = new Set(toolkit.documents.filter(({isUnread}) => isUnread).map(({document}) => document.path));
  const all = [...problems, ...(await ofPages).filter(({path}) => !unread.has(path))];
  const old = all.filter(({ruleId}) => allowsException(ruleId));
  const hard = all.filter(({ruleId}) => !allowsException(ruleId));
  const {baseline, baselineText, broken} = readBaseline(toolkit);
  const left = applyBaseline(baseline, old);
  const counted = git
    ? left.filter((problem) => !allowsException(problem.ruleId) || isOnChangedLine(git.changes, problem))
    : left;
  const asked = [...hard, ...broken, ...counted];
  if (git) {
    const before = await git.before(BASELINE_FILE);
    const base = await baseTexts(io.cwd, git.ref, toolkit);
    const untold = untoldPages(toolkit, base.published, base.earlierNotes).map((page) => toUntold(page, git.ref));
    // The first baseline has none before it to grow from.
    if (before !== undefined) asked.push(...grownBaseline(parseBaseline(before) ?? {}, baseline));
    asked.push(...mixedChange(git.changes.keys()), ...untold);
  }
  return {...base, problems: asked, unchanged: left.length - counted.length, old, baseline, baselineText};
}

function siteOf({url, baseUrl}: Toolkit['config']): string {
  return new URL(baseUrl, url).href;
}

/** A problem of the rule that every change has its note. */
function toUntold({page, diff, note}: UntoldPage, ref: string): Problem {
  return {
    path: page.document.path,
    place: page.document.placeOf([]),
    severity: 'error',
    ruleId: requireNote.id,
    problem: `page has changed since \`${ref}\` (${measureDiff(diff)}), and only a note that waited before names it, expected a note of this change`,
    fix: `Tell it in \`${note}\` too, or write a second note beside it.`,
  };
}

function readBaseline({files}: Toolkit): Pick<Found, 'baseline' | 'baselineText'> & {broken: Problem[]} {
  const {baseline, text: baselineText, isBroken} = storedBaseline(files);
  if (!isBroken) return {baseline, baselineText, broken: []};
  const problem = 'baseline cannot be read, expected numbers of problems by file and rule';
  const fix = 'Take back the change that broke it.';
  const broken: Problem = {path: BASELINE_FILE, ruleId: 'no-loose-baseline', severity: 'error', problem, fix};
  return {baseline, baselineText, broken: [broken]};
}

/** On a terminal, where somebody waits. */
function showProgress({stderr}: Io) {
  if (!stderr.isTTY) return () => undefined;
  return (done: number, total: number) => {
    stderr.write(`\rchecked ${done} of ${total} pages${done === total ? '\n' : ''}`);
  };
}

/** Where words, pictures and their records lie. */
const CONTENT_RE =
  /^(docs|handbook|blog|static|ledgers|versioned_docs|versioned_sidebars)\/|^(words\.txt|versions\.json|navigation\.json)$/;

/** Files that run on other people's machines as soon as they are merged. */
const WORKFLOW_RE = /^(\.github\/workflows|\.ci)\//;

/** Where a change of pages touches code too, reviewers look at each in another way: they are told. */
export function mixedChange(paths: Iterable<string>): Problem[] {
  const sorted = [...paths].sort(compareText);
  if (!sorted.some((path) => CONTENT_RE.test(path))) return [];
  return sorted
    .filter((path) => !CONTENT_RE.test(path))
    .map((path) => {
      const isWorkflow = WORKFLOW_RE.test(path);
      return {
        path,
        ruleId: 'no-mixed-change',
        severity: isWorkflow ? 'warning' : 'note',
        problem: `this change of pages also changes ${isWorkflow ? 'a workflow' : 'code or settings'}, expected pages alone`,
        fix: 'Take it out, or tell the reviewers why it belongs here.',
      };
    });
}
