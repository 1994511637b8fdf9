import {checkRelease} from '../../src/content/check-release.ts';
import {checkModel} from '../../src/content/policy.ts';
import type {Problem} from '../../src/content/problem.ts';
import {renderCount, renderText} from '../../src/content/report/render-text.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {InvalidConfigurationError, loadToolkit} from '../../src/store/load-toolkit.ts';
import type {Run} from '../io.ts';
import {lintProse} from './lint-prose.ts';
import {lintStructure} from './lint-structure.ts';

interface Scope {
  model: boolean;
  release: boolean;
}

/** `toolkit check`: the model, and unless `--model` asks for it alone, structure and prose. */
export const run: Run = async ({model, release}, io) => {
  const {problems, checked} = await findProblems(io.cwd, {model: model === true, release: release === true});
  if (problems.length > 0) io.stdout.write(`${renderText(problems)}\n`);
  io.stderr.write(`${renderCount(problems, checked)}\n`);
  return problems.some(({severity}) => severity === 'error') ? 1 : 0;
};

async function findProblems(cwd: string, scope: Scope): Promise<{problems: Problem[]; checked: number}> {
  let toolkit: Toolkit;
  try {
    toolkit = await loadToolkit(cwd);
  } catch (error) {
    if (!(error instanceof InvalidConfigurationError)) throw error;
    return {problems: error.problems, checked: 1};
  }
  const problems = checkModel(toolkit);
  if (scope.release) problems.push(...checkRelease(toolkit.config));
  if (!scope.model) {
    // Linters would only repeat, in their own words, what the model says of a file that is no page.
    const sound = toolkit.documents.filter(({broken}) => broken.length === 0).map(({document}) => document);
    problems.push(...(await lintStructure(cwd, sound)), ...(await lintProse(sound)));
  }
  return {problems, checked: toolkit.files.length};
}
