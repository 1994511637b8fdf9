import path from 'node:path';
import type {LoadContext, Plugin, Props} from '@docusaurus/types';
import {renderText} from '../../content/report/render-text.ts';
import {renderCount} from '../../content/report/sections.ts';
import type {SiteFields} from '../../content/site-fields.ts';
import type {SiteContent} from '../site-data/index.ts';
import {BuildProblemsError} from './build-problems-error.ts';
import type {BuiltSite} from './built-site.ts';
import {listPages} from './built-site.ts';
import {STEPS} from './steps.ts';

const CLIENT = path.join(import.meta.dirname, '../../client');
const CLIENT_SCRIPTS = {site: path.join(CLIENT, 'site.ts'), lists: path.join(CLIENT, 'lists.ts')};

/** One ordered list of steps over the built files; Docusaurus would run the hooks of several plugins at once. */
export function afterBuild({siteDir}: LoadContext): Plugin {
  return {
    name: 'after-build',
    async postBuild(props) {
      const started = performance.now();
      const site = describeSite(siteDir, props);
      await runSteps(site);
      if (process.stdout.isTTY) process.stdout.write(await summarise(site, performance.now() - started));
    },
  };
}

function describeSite(siteDir: string, {outDir, siteConfig, plugins}: Props): BuiltSite {
  const {today} = siteConfig.customFields as unknown as SiteFields;
  const {url, baseUrl} = siteConfig;
  const content = plugins.find(({name}) => name === 'site-data')?.content as SiteContent | undefined;
  if (!content) throw new Error('The plugin `site-data` gave no content');
  const {toolkit, differences} = content;
  return {dir: outDir, siteDir, url, baseUrl, today, toolkit, differences, clientScripts: CLIENT_SCRIPTS};
}

async function runSteps(site: BuiltSite): Promise<void> {
  try {
    for (const {run} of STEPS) await run(site);
  } catch (error) {
    if (!(error instanceof BuildProblemsError)) throw error;
    const {problems} = error;
    process.stdout.write(`${renderText(problems)}\n${renderCount(problems, problems.length)}\n`);
    // Docusaurus would print a thrown error with its stack; the report is all an author needs.
    process.exit(1);
  }
}

async function summarise(site: BuiltSite, milliseconds: number): Promise<string> {
  const {length} = await listPages(site);
  return `after-build: ${length} pages, ${STEPS.length} steps, ${(milliseconds / 1000).toFixed(1)} s\n`;
}
