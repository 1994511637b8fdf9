import {recordMissing} from '../../changes/chain/record-addresses.ts';
import {measureDiff} from '../../changes/diff/measure-diff.ts';
import {describeEdit} from '../../changes/diff/render/describe-edit.ts';
import {type PageWithOldNote, pagesWithOldNote} from '../../changes/notes/changed-pages.ts';
import {readJson} from '../../content/files/read-json.ts';
import {pageOfNote, placeNotes} from '../../content/markdown/edit/note-places.ts';
import type {Problem} from '../../content/problem.ts';
import {isBeforeLaunch} from '../../content/records/launch.ts';
import {BASELINE_FILE, type Baseline, baselineSchema} from '../../content/schemas/record-schemas.ts';
import {type Toolkit, withoutContent} from '../../content/toolkit.ts';
import {count} from '../../format/text.ts';
import {type Io, progressOf} from '../../io/cli/io.ts';
import {gitIn, mergeBase, pathsIn} from '../../io/git/merge-base.ts';
import {baseTexts} from '../../io/git/texts-at-base.ts';
import {InvalidConfigurationError, loadToolkit} from '../../io/load-toolkit.ts';
import {readRootFile} from '../../io/read-files.ts';
import {withinTime} from '../../io/time-limit.ts';
import {changesTo, type FileChange} from '../../io/transaction/file-change.ts';
import {applyBaseline, grownBaseline} from '../../rules/baseline.ts';
import {isOnChangedLine, readChanges} from '../../rules/changed-lines.ts';
import {checkPackages, checkRelease} from '../../rules/check-release.ts';
import {configurationProblems} from '../../rules/front-matter/explain-issues.ts';
import {noOverdueReview} from '../../rules/public-record/no-overdue-review.ts';
import {requireNote} from '../../rules/public-record/require-note.ts';
import type {ReportedChange} from '../../rules/report/report-schema.ts';
import {allowsException, checkReadableModel, TOOLKIT_RULES} from '../../rules/rule-set.ts';
import {outdatedFiles} from '../generate/generate.ts';
import type {ReviewedPage} from '../review/review-report.ts';
import {reviewedPages, waitingNotes} from '../review/reviewed-pages.ts';
import {unchangedExamples} from '../template.ts';
import {changedTexts} from './changed-texts.ts';
import {checkPagesApart} from './check-pages.ts';
import {lostNotes} from './join-notes.ts';
import {findMeetingUpdates} from './meeting-updates.ts';

export interface CheckScope {
  model: boolean;
  release: boolean;
  /** A commit. Problems of prose and structure count only on lines changed since the merge base with it. */
  since: string | undefined;
}

export interface Found {
  problems: Problem[];
  /** How many files were checked, and which. */
  checked: number;
  paths: readonly string[];
  /** How many problems are on unchanged lines, with `since`. */
  unchanged: number;
  /** All problems of prose and structure, from which a baseline can be created. */
  old: Problem[];
  baseline: Baseline | undefined;
  /** With `since`: each page that changed, with the notes about it. */
  changes: ReportedChange[];
  textOf(path: string): string | undefined;
  /** What moves notes about one page into that page. */
  moves(): FileChange[];
  missingRecords(): FileChange[];
}

const NOTHING: Omit<Found, 'problems' | 'checked'> = {
  paths: [],
  unchanged: 0,
  old: [],
  baseline: undefined,
  changes: [],
  textOf: () => undefined,
  moves: () => [],
  missingRecords: () => [],
};

export async function findProblems(io: Io, scope: CheckScope): Promise<Found> {
  let loaded: Toolkit;
  try {
    loaded = await loadToolkit(io.cwd);
  } catch (error) {
    if (!(error instanceof InvalidConfigurationError)) throw error;
    return {...NOTHING, problems: [...configurationProblems(error)], checked: 1};
  }
  const git =
    scope.since === undefined ? undefined : {ref: scope.since, ...(await gitChangesSince(io.cwd, scope.since))};
  const inPages = scope.model ? undefined : await checkPagesApart(io.cwd, loaded, progressOf(io, 'pages'));
  const stopped = inPages?.stopped ?? [];
  // A page that stopped its worker would stop this thread too.
  const deadly = loaded.documents.filter(({document}) => stopped.some(({path}) => path === document.path));
  const harmless = deadly.length > 0 ? withoutContent(loaded, new Set(deadly)) : loaded;
  const {toolkit, problems} = checkReadableModel(harmless, io.today, TOOLKIT_RULES, withinTime);
  problems.push(...stopped, ...(await findMeetingUpdates(io.cwd, toolkit)), ...(await lostNotes(io.cwd)).map(toLost));
  if (scope.release) {
    const manifest = readRootFile(io.cwd, 'package.json').bytes;
    problems.push(...checkRelease(toolkit.config), ...checkPackages(manifest && Buffer.from(manifest).toString()));
    problems.push(...unchangedExamples(toolkit).map(toExample));
  }
  // Contributors cannot help it: it is left out of what their change broke.
  problems.push(...(git ? await changedTexts(io.cwd, toolkit, git.ref) : await outdatedFiles(io.cwd, toolkit)));
  const texts = new Map(toolkit.documents.map(({document}) => [document.path, document.text]));
  const paths = toolkit.files.map((file) => file.path);
  const base = {
    checked: paths.length,
    paths,
    textOf: (path: string) => texts.get(path),
    moves: () => moveNotes(toolkit),
    missingRecords: () => changesTo(toolkit.files, recordMissing(toolkit)),
  };
  if (!inPages) return {...NOTHING, ...base, problems};

  const unread = new Set(toolkit.documents.filter(({isUnread}) => isUnread).map(({document}) => document.path));
  const all = [...problems, ...inPages.problems.filter(({path}) => !unread.has(path))];
  const old = all.filter(({ruleId}) => allowsException(ruleId));
  const hard = all.filter(({ruleId}) => !allowsException(ruleId));
  const {baseline = {}} = toolkit;
  const left = applyBaseline(baseline, old);
  const counted = git
    ? left.filter((problem) => !allowsException(problem.ruleId) || isOnChangedLine(git.changes, problem))
    : left;
  // The daily list has the reviews that are due: no change brings one about.
  const asked = [...hard, ...counted].filter(
    ({ruleId, severity}) => !git || ruleId !== noOverdueReview.id || severity === 'error',
  );
  let changes: ReportedChange[] = [];
  if (git) {
    const before = await git.before(BASELINE_FILE);
    const base = await baseTexts(io.cwd, git.ref, toolkit);
    const untold = pagesWithOldNote(toolkit, base.published, base.earlierNotes).map((page) => toUntold(page, git.ref));
    // The first baseline has no earlier one to compare with.
    if (before !== undefined) asked.push(...grownBaseline(readJson(before, baselineSchema) ?? {}, baseline));
    asked.push(...untold);
    const then = {...toolkit, published: base.published};
    changes = reviewedPages(then, waitingNotes(then, base.earlierNotes)).map(toChange);
  }
  return {...base, changes, problems: asked, unchanged: left.length - counted.length, old, baseline: toolkit.baseline};
}

/** A toolkit may be shown to colleagues with them, but not launched. */
function toExample(path: string): Problem {
  return {
    path,
    ruleId: 'no-reserved-value',
    severity: 'warning',
    problem: 'page still has the example text of a new toolkit, expected your own before you launch it',
    fix: 'Replace the text, or delete the page and the links to it.',
  };
}

function toLost({path, missing}: Awaited<ReturnType<typeof lostNotes>>[number]): Problem {
  return {
    path,
    ruleId: requireNote.id,
    severity: 'error',
    problem: `page lacks ${count(missing.length, 'note')} of the branches that git joined, expected the notes of both`,
    fix: 'Run `npm run check -- --fix`, which keeps the notes of both branches.',
  };
}

/** Moves notes about one page into that page. Before the launch a note is in neither place. */
function moveNotes(toolkit: Toolkit): FileChange[] {
  if (isBeforeLaunch(toolkit)) return [];
  const misplaced = toolkit.notes.filter((note) => note.item === undefined && pageOfNote(toolkit, note.data));
  const {written, removed} = placeNotes(toolkit, [], new Map(misplaced.map((note) => [note, note.data])));
  return changesTo(toolkit.files, written, removed);
}

/**
 * Asks git for the changes between the merge base with a ref and the files on disk, and for the text of a file at the merge
 * base, which is `undefined` if it did not exist. Paths are relative to the toolkit's folder.
 *
 * @throws {ExitError} without git, outside a repository, for an unknown ref or without a merge base.
 */
async function gitChangesSince(cwd: string, ref: string) {
  const git = gitIn(cwd);
  const base = await mergeBase(git, ref);
  const diff = await git(
    ...['-c', 'core.quotePath=false', 'diff', '--relative', '--unified=0', '--no-color', '--no-ext-diff'],
    ...['--no-renames', '--src-prefix=a/', '--dst-prefix=b/', base, '--'],
  );
  const untracked = await git('ls-files', '--others', '--exclude-standard', '-z');
  const prefix = (await git('rev-parse', '--show-prefix')).trimEnd();
  return {
    changes: readChanges(diff, pathsIn(untracked)),
    before: (path: string) => git('show', `${base}:${prefix}${path}`).catch((): undefined => undefined),
  };
}

/** A problem of the rule `require-note`. */
function toUntold({page, diff, note}: PageWithOldNote, ref: string): Problem {
  return {
    path: page.document.path,
    place: page.document.placeOf([]),
    severity: 'error',
    ruleId: requireNote.id,
    problem: `page has changed since \`${ref}\` (${measureDiff(diff)}), and only an earlier change note names it, expected a note about this change`,
    fix: `Say it in the note that waits in \`${note}\`, or write a second note.`,
  };
}

function toChange({path, title, notes, diff}: ReviewedPage): ReportedChange {
  return {path, title, notes: notes.map(({note}) => note.note), edits: diff.edits.map((edit) => describeEdit(edit))};
}
