import {filesAfter, type PlannedFile} from '../../content/files/planned-file.ts';
import type {Problem} from '../../content/problem.ts';
import {loadCheckContext} from '../../io/load-check-context.ts';
import {readToolkit} from '../../io/load-toolkit.ts';
import {applyBaseline} from '../../rules/baseline.ts';
import {compareProblems} from '../../rules/compare-problems.ts';
import {introducedErrors} from '../../rules/find-introduced-errors.ts';
import {noDoubtfulChange} from '../../rules/public-record/no-doubtful-change.ts';
import {noVagueNote} from '../../rules/public-record/no-vague-note.ts';
import {noWrongNote} from '../../rules/public-record/no-wrong-note.ts';
import {requireNote} from '../../rules/public-record/require-note.ts';
import {allowsException, checkModel, checkPages} from '../../rules/rule-set.ts';
import type {PublishedTree} from './published-tree.ts';

/** The rules about the notes of an update. */
const NOTE_RULES = [noVagueNote.id, noWrongNote.id, requireNote.id];

/** What publishing writes besides the content of the toolkit. */
const DERIVED_RE = /^(outbox|versioned_sidebars)\/|^toolkit\.config\.ts$/;

/** The errors that keep a toolkit from being published, in its model and in its pages, with warnings and questions about its notes. */
export async function findErrors(
  {cwd, toolkit}: PublishedTree,
  today: string,
): Promise<{errors: Problem[]; warnings: Problem[]; questions: Problem[]}> {
  const context = loadCheckContext(cwd, toolkit.config);
  const all = [...checkModel(toolkit, today), ...(await checkPages(toolkit.documents, context))];
  const [old = [], hard = []] = [true, false].map((allowed) =>
    all.filter(({ruleId}) => allowsException(ruleId) === allowed),
  );
  const left = applyBaseline(toolkit.baseline ?? {}, old);
  const found = [...hard, ...left].sort(compareProblems);
  return {
    errors: found.filter(({severity}) => severity === 'error'),
    warnings: found.filter(({severity, ruleId}) => severity === 'warning' && NOTE_RULES.includes(ruleId)),
    questions: found.filter(({ruleId}) => ruleId === noDoubtfulChange.id),
  };
}

/**
 * The errors of the model that publishing or undoing would introduce; `launched` is the day of the launch afterwards.
 *
 * @param before the problems of the model today: publishing refuses errors
 */
export function findPublishErrors(
  {toolkit, records}: PublishedTree,
  written: readonly PlannedFile[],
  removed: readonly string[],
  today: string,
  launched: string | undefined,
  before: readonly Problem[] = [],
): Problem[] {
  const {launched: _before, ...settings} = toolkit.config;
  const config = {...settings, ...toolkit.extensions, ...(launched !== undefined && {launched})};
  const content = written.filter(({path}) => !DERIVED_RE.test(path));
  const files = filesAfter([...toolkit.files, ...records], content, removed);
  const after = readToolkit(config, files, toolkit.unread);
  const made = new Set(content.map(({path}) => path));
  for (const {path} of [...toolkit.files, ...records]) made.delete(path);
  return introducedErrors(before, checkModel(after, today)).map((error) =>
    made.has(error.path) ? {...error, problem: `${error.problem}, in a file that publishing would add`} : error,
  );
}
