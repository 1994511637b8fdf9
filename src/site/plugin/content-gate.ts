import type {LoadContext, Plugin} from '@docusaurus/types';
import {checkModel, checkSafety} from '../../checks/policy.ts';
import type {Problem} from '../../model/problem.ts';
import {renderText} from '../../checks/report/render-text.ts';
import {renderCount} from '../../checks/report/sections.ts';
import type {SiteFields} from '../site-fields.ts';
import {loadCheckContext} from '../../checks/find-new-errors.ts';
import {InvalidConfigurationError, loadToolkit} from '../../fs/load-toolkit.ts';

/**
 * The second wall: no page that breaks the model or could do harm is ever compiled, even where `docusaurus` is run by
 * hand. An address may name a loader of the bundler, which runs what it loads: no later wall would stop that.
 * It stands in the plugin's start, before any other plugin reads a page.
 */
export async function contentGate({siteDir, siteConfig}: LoadContext): Promise<Plugin> {
  const {today} = siteConfig.customFields as unknown as SiteFields;
  const {problems, checked} = await findProblems(siteDir, today);
  if (problems.some(({severity}) => severity === 'error')) {
    process.stdout.write(`${renderText(problems)}\n${renderCount(problems, checked)}\n`);
    // Docusaurus would print a thrown error with its stack; the report is all an author needs.
    process.exit(1);
  }
  return {name: 'content-gate'};
}

async function findProblems(siteDir: string, today: string): Promise<{problems: Problem[]; checked: number}> {
  try {
    const toolkit = await loadToolkit(siteDir);
    const unsafe = checkSafety(toolkit.documents, await loadCheckContext(siteDir, toolkit.config));
    return {problems: [...checkModel(toolkit, today), ...unsafe], checked: toolkit.files.length};
  } catch (error) {
    if (!(error instanceof InvalidConfigurationError)) throw error;
    return {problems: error.problems, checked: 1};
  }
}
