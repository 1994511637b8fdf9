import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {figureRedirects} from '../../../content/figures/figures.ts';
import {fileOfAddress} from '../../../content/links/addresses.ts';
import type {Redirect} from '../../../content/links/redirects.ts';
import {redirectsOf} from '../../../content/links/redirects.ts';
import type {Problem} from '../../../content/problem.ts';
import {BuildProblemsError} from '../build-problems-error.ts';
import type {BuiltSite} from '../built-site.ts';
import {bundleScript} from './bundle-client.ts';
import {HOST_FILES, renderRedirectPage} from './render-redirects.ts';

/** The one script of all redirect pages; its name never changes, for pages that browsers keep go on asking for it. */
const SCRIPT = 'redirect.js';

const SCRIPT_SOURCE = path.join(import.meta.dirname, '../../../client/redirect.ts');

/**
 * Writes a small page at every address that a page once had, and the same redirects for hosts that know how to: those
 * that hold for good, as hosts tell browsers to keep them.
 *
 * @throws {BuildProblemsError} where an address is taken, for nothing is overwritten.
 */
export async function writeRedirects(site: BuiltSite): Promise<void> {
  const redirects = [...redirectsOf(site.toolkit), ...figureRedirects(site.toolkit)];
  const {url, baseUrl, toolkit} = site;
  const problems: Problem[] = [];
  for (const redirect of redirects) {
    const file = fileOfAddress(redirect.from);
    const page = renderRedirectPage({url, baseUrl, language: toolkit.config.language, script: SCRIPT}, redirect);
    if (!(await writeNew(site.dir, file, page))) problems.push(refused(redirect, file));
  }
  if (problems.length > 0) throw new BuildProblemsError(problems);
  await writeFile(path.join(site.dir, SCRIPT), await bundleScript(SCRIPT_SOURCE));
  const lasting = redirects.filter(({isForNow}) => !isForNow);
  for (const [name, render] of Object.entries(HOST_FILES)) {
    await writeFile(path.join(site.dir, name), render(site, lasting));
  }
}

/** Whether a file could be written where none was. */
async function writeNew(dir: string, file: string, content: string): Promise<boolean> {
  const target = path.join(dir, file);
  await mkdir(path.dirname(target), {recursive: true});
  try {
    await writeFile(target, content, {flag: 'wx'});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refused({from, to, source, place}: Redirect, file: string): Problem {
  return {
    path: source,
    place,
    severity: 'error',
    ruleId: 'no-conflicting-address',
    problem: `redirect from \`${from}\` to \`${to}\` meets \`${file}\`, expected a free address of this site`,
    fix: `Take \`${from}\` out of \`redirect_from\`, or move the page that stands there.`,
  };
}
