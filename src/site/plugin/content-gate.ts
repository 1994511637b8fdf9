import {checkModel, checkSafety} from '../../checks/rule-set.ts';
import {loadCheckContext} from '../../fs/load-check-context.ts';
import {loadToolkit} from '../../fs/load-toolkit.ts';
import {allPages, type Toolkit} from '../../model/toolkit.ts';
import {exitOnErrors} from '../after-build/exit-on-errors.ts';

/**
 * Reads the toolkit, and ends the build where a page breaks the model or could do harm, even where `docusaurus` is run
 * by hand. The plugin calls it before any other plugin reads a page.
 */
export async function loadSafeToolkit(siteDir: string, today: string): Promise<Toolkit> {
  const toolkit = await loadToolkit(siteDir);
  const pages = [...allPages(toolkit), ...toolkit.editions.flatMap((edition) => edition.pages)];
  const fingerprints = new Map(pages.map(({document, fingerprint}) => [document.path, fingerprint]));
  const context = await loadCheckContext(siteDir, toolkit.config);
  // Every page needs its fingerprint, and a page that was just checked need not be parsed again.
  const unsafe = checkSafety(toolkit.documents, context, (path) => fingerprints.get(path)?.());
  exitOnErrors([...checkModel(toolkit, today), ...unsafe], toolkit.files.length);
  return toolkit;
}
