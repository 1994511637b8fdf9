import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {judgeBuiltSite} from '../../src/content/links/judge-built-site.ts';
import type {Problem} from '../../src/content/problem.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {readLinkedSite} from '../../src/store/read-linked-site.ts';
import {sourcesHash} from '../../src/store/sources-hash.ts';
import {ExitError} from '../io.ts';

const BUILD = 'build';

/**
 * Judges the links of the built site, from its files.
 *
 * @throws {ExitError} where there is no built site, or it shows other pages than those that lie here.
 */
export async function judgeInside(toolkit: Toolkit, cwd: string): Promise<{problems: Problem[]; pages: number}> {
  await requireFresh(toolkit, cwd);
  const site = readLinkedSite(path.join(cwd, BUILD), toolkit.config, toolkit);
  const {length} = site.pages.filter(({file}) => file.endsWith('.html'));
  return {problems: judgeBuiltSite(site, toolkit), pages: length};
}

async function requireFresh(toolkit: Toolkit, cwd: string): Promise<void> {
  const fix =
    'Run `npm run build`, then this command again. Where broken links end the build, the site is there all the same.';
  const sources = await readSources(path.join(cwd, BUILD, 'build.json'));
  if (sources === undefined) {
    throw new ExitError(`no built site found in \`${BUILD}/\`, expected one: its files are what is judged`, fix);
  }
  if (sources !== sourcesHash(toolkit)) {
    throw new ExitError(`\`${BUILD}/\` shows other pages than those that lie here, expected the same`, fix);
  }
}

/** The state that a build shows; `undefined` where it does not say. */
async function readSources(file: string): Promise<string | undefined> {
  try {
    const {sources} = JSON.parse(await readFile(file, 'utf8')) as {sources?: string};
    return sources;
  } catch {
    return undefined;
  }
}
