import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Problem} from '../../content/problem.ts';
import {HOSTS} from '../../content/schemas/toolkit-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import {InvalidConfigurationError, loadConfig, loadSettings, translationFile} from '../../io/load-toolkit.ts';
import {PACKAGE_ROOT} from '../../io/package-root.ts';
import {commit} from '../../io/transaction/commit.ts';
import {ENGLISH_TEXTS} from '../../language/labels.ts';
import {hasCatalogue} from '../../language/text.ts';
import {configurationProblems} from '../../rules/front-matter/explain-issues.ts';
import {renderText} from '../../rules/report/render-text.ts';
import {renderCount} from '../../rules/report/sections.ts';
import {type Commands, engineFiles, generatedFiles} from './generated-files.ts';

/** A generated file that is out of date: without content if it is for another host, and not found if it is not on disk. */
type DriftedFile = {path: string} & Record<'content' | 'found', string | undefined>;

interface GenerateOptions {
  /** Report files that differ, and write nothing. */
  check?: boolean;
}

/**
 * Writes the generated files that differ, and removes those for another host.
 *
 * @param commands the table of commands, for the manual
 * @returns 1 if something is wrong
 */
export async function generate({check}: GenerateOptions, io: Io, commands: Commands): Promise<number> {
  const {cwd} = io;
  let toolkit: Pick<Toolkit, 'config' | 'extensions'>;
  try {
    toolkit = {config: loadConfig(cwd), extensions: loadSettings(cwd)};
  } catch (error) {
    if (!(error instanceof InvalidConfigurationError)) throw error;
    return report(configurationProblems(error), 1, io);
  }
  const files = {
    ...(await generatedFiles(toolkit)),
    ...(path.relative(PACKAGE_ROOT, cwd) === '' && engineFiles(commands)),
  };
  const drifted = await findDrift(cwd, toolkit, files);
  if (check) return report(drifted.map(toProblem), Object.keys(files).length, io);
  await commit(cwd, {command: 'generate', changes: drifted});
  for (const {path: file, content, found} of drifted) {
    const done = content === undefined ? 'removed' : found === undefined ? 'wrote' : 'updated';
    io.stdout.write(`${done} ${file}\n`);
  }
  if (drifted.length === 0) io.stdout.write('nothing to write\n');
  return 0;
}

function report(problems: readonly Problem[], checked: number, io: Io): number {
  if (problems.length > 0) io.stdout.write(`${renderText(problems)}\n`);
  io.stderr.write(`${renderCount(problems, checked)}\n`);
  return problems.length > 0 ? 1 : 0;
}

/** Warnings about the files that an update of the engine, or a change of the configuration, left behind. */
export async function outdatedFiles(cwd: string, toolkit: Toolkit): Promise<Problem[]> {
  const drifted = await findDrift(cwd, toolkit, await generatedFiles(toolkit));
  const outdated = drifted.filter(({found}) => found !== undefined);
  return [...outdated.map((file) => ({...toProblem(file), severity: 'warning' as const})), ...untranslated(toolkit)];
}

/** A note about the texts of the site that are not in its language yet. */
function untranslated({config: {language, labels}}: Toolkit): Problem[] {
  const english = [...ENGLISH_TEXTS].filter(([key, text]) => text !== '' && (labels[key] ?? text) === text);
  if (hasCatalogue(language) || english.length === 0) return [];
  const problem = `${english.length} of ${ENGLISH_TEXTS.size} texts are in English, expected \`${language}\``;
  const fix = 'Translate them in this file. Readers see them in English until then.';
  return [{path: translationFile(language), severity: 'note', ruleId: 'no-stale-generated-file', problem, fix}];
}

/**
 * Finds the generated files that are out of date, and those for another host.
 *
 * @throws {ExitError} if a path is not a readable file.
 */
async function findDrift(
  cwd: string,
  {config, extensions}: Pick<Toolkit, 'config' | 'extensions'>,
  files: Readonly<Record<string, string>>,
): Promise<DriftedFile[]> {
  const atHosts = HOSTS.map((host) => generatedFiles({config: {...config, host}, extensions}));
  const atOthers = Object.entries(Object.assign({}, ...(await Promise.all(atHosts))) as Record<string, string>);
  const current = Object.entries(files).map(async ([file, content]) => {
    const found = await readIfThere(cwd, file);
    return found === content ? [] : [{path: file, content, found}];
  });
  // What the publisher has changed stays.
  const ofOtherHost = atOthers.map(async ([file, content]) => {
    const found = file in files ? undefined : await readIfThere(cwd, file);
    return found === content ? [{path: file, content: undefined, found}] : [];
  });
  return (await Promise.all([...current, ...ofOtherHost])).flat();
}

function toProblem({path: file, content, found}: DriftedFile): Problem {
  const problem =
    content === undefined
      ? 'file is for another host, expected it to be gone'
      : `file ${found === undefined ? 'is missing' : 'is out of date'}, expected the generated file`;
  return {
    path: file,
    severity: 'error',
    ruleId: 'no-stale-generated-file',
    problem,
    fix: 'Run `npm run generate`.',
  };
}

async function readIfThere(cwd: string, file: string): Promise<string | undefined> {
  try {
    return await readFile(path.join(cwd, file), 'utf8');
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new ExitError(
      `\`${file}\` cannot be read (${code}), expected a file or nothing`,
      'Move it elsewhere, and run the command again.',
    );
  }
}
