import type {CheckContext} from './check-context.ts';
import {WORDS_FILE} from './check-context.ts';
import {compareProblems} from './compare-problems.ts';
import {fileText} from '../model/files/file-text.ts';
import {checkModel, checkPages} from './policy.ts';
import type {Problem} from '../model/problem.ts';
import type {ToolkitConfig} from '../model/schemas/toolkit-schema.ts';
import type {Toolkit} from '../model/toolkit.ts';
import {readRootFile} from '../fs/read-files.ts';

/** The errors that a change would bring: a rule that finds more in a file than it did; paths of changed files as they will be. */
export async function findNewErrors(
  before: Toolkit,
  after: Toolkit,
  changed: ReadonlySet<string>,
  {cwd, today, moved}: {cwd: string; today: string; moved?: ReadonlyMap<string, string>},
): Promise<Problem[]> {
  const known = await errorsIn(before, new Set([...changed, ...(moved?.keys() ?? [])]), cwd, today);
  const found = await errorsIn(after, changed, cwd, today);
  const counts = new Map<string, number>();
  for (const {path, ruleId} of known) {
    const key = keyOf(moved?.get(path) ?? path, ruleId);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return found
    .filter(({path, ruleId}) => {
      const key = keyOf(path, ruleId);
      const left = counts.get(key) ?? 0;
      counts.set(key, left - 1);
      return left <= 0;
    })
    .sort(compareProblems);
}

async function errorsIn(
  toolkit: Toolkit,
  changed: ReadonlySet<string>,
  cwd: string,
  today: string,
): Promise<Problem[]> {
  const pages = toolkit.documents.filter(({document}) => changed.has(document.path));
  const problems = [...checkModel(toolkit, today), ...checkPages(pages, await loadCheckContext(cwd, toolkit.config))];
  return problems.filter(({severity}) => severity === 'error');
}

function keyOf(path: string, ruleId: string): string {
  return `${path}\n${ruleId}`;
}

/** Reads what page rules know beside the page. */
export async function loadCheckContext(cwd: string, config: ToolkitConfig): Promise<CheckContext> {
  // It awaits at its top level, which nothing that Docusaurus loads with `require` may do.
  const {default: dictionary} = await import('dictionary-en-gb');
  return {config, dictionary, words: readWords(cwd)};
}

/** What keeps the list from being read, the model says. */
function readWords(cwd: string): string[] {
  const {bytes} = readRootFile(cwd, WORDS_FILE);
  const text = (bytes && fileText(bytes)) ?? '';
  return text.split(/\r?\n/).filter((line) => line !== '');
}
