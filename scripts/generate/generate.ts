import {renderText} from '../../src/checks/report/render-text.ts';
import {renderCount} from '../../src/checks/report/sections.ts';
import type {Io} from '../../src/fs/io.ts';
import {InvalidConfigurationError, loadConfig} from '../../src/fs/load-toolkit.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import type {FileChange} from '../../src/fs/transaction/file-change.ts';
import type {Problem} from '../../src/model/problem.ts';
import type {ToolkitConfig} from '../../src/model/schemas/toolkit-schema.ts';
import type {Run} from '../commands.ts';
import {findDrift, toProblem} from './find-drift.ts';
import {GENERATED_FILES} from './generated-files.ts';

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
