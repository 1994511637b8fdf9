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
import {readLinkedSite} from '../../site/after-build/read-linked-site.ts';
import {checkBuiltSite} from '../../site/links/check-built-site.ts';
import type {LINKS} from './feature.ts';
import {checkOutside} from './requests/check-outside.ts';

const BUILD = 'build';

/**
 * Checks the links of the built site, from its files.
 *
 * @throws {ExitError} where there is no built site, or it was built from other pages.
 */
function checkInside(toolkit: Toolkit, cwd: string): {problems: Problem[]; pages: number} {
  const sources = readSources(path.join(cwd, BUILD, 'build.json'));
  if (sources !== sourcesHash(toolkit)) {
    throw new ExitError(
      sources === undefined
        ? `no built site found in \`${BUILD}/\`, expected one: the check reads its files`
        : `\`${BUILD}/\` was built from other pages than those here, expected the same`,
      'Run `npm run build`, then this command again. Broken links end the build, but the site is still written.',
    );
  }
  const site = readLinkedSite(path.join(cwd, BUILD), toolkit.config, toolkit);
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
