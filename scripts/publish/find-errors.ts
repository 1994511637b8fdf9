import {compareProblems} from '../../src/checks/compare-problems.ts';
import {findIntroducedErrors} from '../../src/checks/find-introduced-errors.ts';
import {checkModel, checkPages} from '../../src/checks/rule-set.ts';
import {noVagueNote} from '../../src/checks/rules/publishing/no-vague-note.ts';
import {noWrongNote} from '../../src/checks/rules/publishing/no-wrong-note.ts';
import {requireNote} from '../../src/checks/rules/publishing/require-note.ts';
import {loadCheckContext} from '../../src/fs/load-check-context.ts';
import {readToolkit} from '../../src/fs/load-toolkit.ts';
import {filesAfter, type PlannedFile} from '../../src/model/files/planned-file.ts';
import {type Fault, type Problem, renderPlace} from '../../src/model/problem.ts';
import type {PublishedTree} from './published-tree.ts';

/** The rules about the notes of an update. */
const NOTE_RULES = [noVagueNote.id, noWrongNote.id, requireNote.id];

/** What publishing writes besides the content of the toolkit. */
const DERIVED_RE = /^(outbox|versioned_sidebars)\/|^(versions\.json|toolkit\.config\.ts)$/;

/** The errors that keep a toolkit from being published, in its model and in its pages, and warnings about its notes. */
export async function findErrors(
  {cwd, toolkit}: PublishedTree,
  today: string,
): Promise<{errors: Problem[]; warnings: Problem[]}> {
  const context = await loadCheckContext(cwd, toolkit.config);
  const found = [...checkModel(toolkit, today), ...checkPages(toolkit.documents, context)].sort(compareProblems);
  return {
    errors: found.filter(({severity}) => severity === 'error'),
    warnings: found.filter(({severity, ruleId}) => severity === 'warning' && NOTE_RULES.includes(ruleId)),
  };
}

/** The errors of the model that publishing or undoing would introduce; `launched` is the day of the launch afterwards. */
export function findPublishErrors(
  {toolkit, records}: PublishedTree,
  written: readonly PlannedFile[],
  removed: readonly string[],
  today: string,
  launched: string | undefined,
): Problem[] {
  const {launched: _before, ...settings} = toolkit.config;
  const config = {...settings, ...toolkit.extensions, ...(launched !== undefined && {launched})};
  const content = written.filter(({path}) => !DERIVED_RE.test(path));
  const files = filesAfter([...toolkit.files, ...records], content, removed);
  const after = readToolkit(config, files, toolkit.unread);
  const made = new Set(content.map(({path}) => path));
  for (const {path} of [...toolkit.files, ...records]) made.delete(path);
  return findIntroducedErrors(toolkit, after, {today}).map((error) =>
    made.has(error.path) ? {...error, problem: `${error.problem}, in a file that publishing would add`} : error,
  );
}

/** A problem as a reason not to publish. */
export function toFault({path, place, problem, ruleId, fix}: Problem): Fault {
  return {problem: `${renderPlace(path, place)}: error: ${problem} [${ruleId}]`, fix};
}
