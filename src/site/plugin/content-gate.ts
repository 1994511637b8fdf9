import {checkModel, checkSafety} from '../../checks/rule-set.ts';
import {loadCheckContext} from '../../fs/load-check-context.ts';
import {loadToolkit} from '../../fs/load-toolkit.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import {exitOnErrors} from '../after-build/exit-on-errors.ts';

/**
 * Reads the toolkit, and ends the build where a page breaks the model or could do harm, even where `docusaurus` is run
 * by hand. The plugin calls it before any other plugin reads a page.
 */
export async function loadSafeToolkit(siteDir: string, today: string): Promise<Toolkit> {
  const toolkit = await loadToolkit(siteDir);
  const unsafe = checkSafety(toolkit.documents, await loadCheckContext(siteDir, toolkit.config));
  exitOnErrors([...checkModel(toolkit, today), ...unsafe], toolkit.files.length);
  return toolkit;
}
