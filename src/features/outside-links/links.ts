import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Problem} from '../../content/problem.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {count} from '../../format/text.ts';
import type {Run} from '../../io/cli/command-types.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import {sourcesHash} from '../../io/fingerprint.ts';
import {loadToolkit} from '../../io/load-toolkit.ts';
import {renderText} from '../../rules/report/render-text.ts';
import {renderCount} from '../../rules/report/sections.ts';
import {REFUSED_BUILD} from '../../site/after-build/output-folder.ts';
import {readLinkedSite} from '../../site/after-build/read-linked-site.ts';
import {checkBuiltSite} from '../../site/links/check-built-site.ts';
import type {LINKS} from './feature.ts';
import {checkOutside} from './requests/check-outside.ts';

/** Where a built site may be: a refused one is newer than the one before, which stays. */
const BUILDS = [REFUSED_BUILD, 'build'];

/**
 * Checks the links of the built site, from its files.
 *
 * @throws {ExitError} where there is no built site, or it was built from other pages.
 */
function checkInside(toolkit: Toolkit, cwd: string): {problems: Problem[]; pages: number} {
  const sources = BUILDS.map((folder) => readSources(path.join(cwd, folder, 'build.json')));
  const folder = BUILDS[sources.indexOf(sourcesHash(toolkit))];
  if (folder === undefined) {
    throw new ExitError(
      sources.every((source) => source === undefined)
        ? 'no built site found in `build/`, expected one: the check reads its files'
        : '`build/` was built from other pages than those here, expected the same',
      'Run `npm run build`, then this command again. It reads a site that was refused for broken links too.',
    );
  }
  const site = readLinkedSite(path.join(cwd, folder), toolkit.config, toolkit);
  const {length} = site.pages.filter(({file}) => file.endsWith('.html'));
  return {problems: checkBuiltSite(site, toolkit), pages: length};
}

/** The fingerprint of the sources of a build; `undefined` where it has none. */
function readSources(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).sources;
  } catch {
    return undefined;
  }
}

/**
 * `toolkit links`: checks every link and every published address of the built site; with `--external`, checks links to
 * other sites and records the results.
 */
export const run: Run<typeof LINKS> = async ({external, since}, io) => {
  if (since !== undefined && !external) {
    throw new ExitError('`--since` given alone, expected it with `--external`', HELP);
  }
  if (external) {
    const {problems, closing} = await checkOutside(io, since);
    return report(problems, closing.join('\n'), io);
  }
  const toolkit = await loadToolkit(io.cwd);
  const {problems, pages} = checkInside(toolkit, io.cwd);
  const isClean = problems.length === 0;
  return report(problems, isClean ? `no broken links in ${count(pages, 'page')}` : renderCount(problems, pages), io);
};

const HELP = 'Run `npm run toolkit -- links --help` to see what each does.';

function report(problems: readonly Problem[], closing: string, {stdout, stderr}: Io): number {
  if (problems.length > 0) stdout.write(`${renderText(problems)}\n`);
  stderr.write(`${closing}\n`);
  return problems.some(({severity}) => severity === 'error') ? 1 : 0;
}
