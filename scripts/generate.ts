import {findDrift, toProblem} from '../src/app/generate/find-drift.ts';
import {GENERATED_FILES} from '../src/app/generate/generated-files.ts';
import type {Problem} from '../src/content/problem.ts';
import type {ToolkitConfig} from '../src/content/schemas/toolkit-schema.ts';
import type {Io} from '../src/io/cli/io.ts';
import {InvalidConfigurationError, loadConfig} from '../src/io/load-toolkit.ts';
import {commit} from '../src/io/transaction/commit.ts';
import type {FileChange} from '../src/io/transaction/file-change.ts';
import {renderText} from '../src/rules/report/render-text.ts';
import {renderCount} from '../src/rules/report/sections.ts';
import type {Run} from './commands.ts';

/** `toolkit generate`: writes the generated files that differ and removes those of an older engine; with `--check` it reports them and writes nothing. */
export const run: Run<'generate'> = async ({check, editor}, io) => {
  let toolkit: ToolkitConfig;
  try {
    toolkit = loadConfig(io.cwd);
  } catch (error) {
    if (!(error instanceof InvalidConfigurationError)) throw error;
    return report(error.problems, 1, io);
  }
  const drifted = await findDrift(io.cwd, toolkit, editor);
  if (check) return report(drifted.map(toProblem), GENERATED_FILES.length, io);
  const changes = drifted.map(({path, content, found}): FileChange => {
    if (content === undefined) return {kind: 'remove', path, found: found ?? ''};
    return {kind: 'write', path, content, found};
  });
  await commit(io.cwd, {command: 'generate', changes});
  for (const {path, content, found} of drifted) {
    const done = content === undefined ? 'removed' : found === undefined ? 'wrote' : 'updated';
    io.stdout.write(`${done} ${path}\n`);
  }
  if (drifted.length === 0) io.stdout.write('nothing to write\n');
  return 0;
};

function report(problems: readonly Problem[], checked: number, io: Io): number {
  if (problems.length > 0) io.stdout.write(`${renderText(problems)}\n`);
  io.stderr.write(`${renderCount(problems, checked)}\n`);
  return problems.length > 0 ? 1 : 0;
}
