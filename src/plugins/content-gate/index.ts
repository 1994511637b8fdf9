import type {LoadContext, Plugin} from '@docusaurus/types';
import {checkModel} from '../../content/policy.ts';
import type {Problem} from '../../content/problem.ts';
import {renderCount, renderText} from '../../content/report/render-text.ts';
import {InvalidConfigurationError, loadToolkit} from '../../store/load-toolkit.ts';

/**
 * The second wall: no page with a problem is ever compiled, even where `docusaurus` is run by hand.
 * It stands in the plugin's start, before any other plugin reads a page.
 */
export async function contentGate({siteDir}: LoadContext): Promise<Plugin> {
  const {problems, checked} = await findProblems(siteDir);
  if (problems.some(({severity}) => severity === 'error')) {
    process.stdout.write(`${renderText(problems)}\n${renderCount(problems, checked)}\n`);
    // Docusaurus would print a thrown error with its stack; the report is all an author needs.
    process.exit(1);
  }
  return {name: 'content-gate'};
}

async function findProblems(siteDir: string): Promise<{problems: Problem[]; checked: number}> {
  try {
    const toolkit = await loadToolkit(siteDir);
    return {problems: checkModel(toolkit), checked: toolkit.files.length};
  } catch (error) {
    if (!(error instanceof InvalidConfigurationError)) throw error;
    return {problems: error.problems, checked: 1};
  }
}
