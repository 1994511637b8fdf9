import {readFileSync} from 'node:fs';
import path from 'node:path';
import {judgeBuiltSite} from '../../src/content/links/judge-built-site.ts';
import type {Problem} from '../../src/content/problem.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {sourcesHash} from '../../src/store/fingerprint.ts';
import {readLinkedSite} from '../../src/store/read-linked-site.ts';
import {ExitError} from '../io.ts';

const BUILD = 'build';

/**
 * Checks the links of the built site, from its files.
 *
 * @throws {ExitError} where there is no built site, or it was built from other pages.
 */
export function judgeInside(toolkit: Toolkit, cwd: string): {problems: Problem[]; pages: number} {
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
  return {problems: judgeBuiltSite(site, toolkit), pages: length};
}

/** The fingerprint of the sources of a build; `undefined` where it has none. */
function readSources(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).sources;
  } catch {
    return undefined;
  }
}
