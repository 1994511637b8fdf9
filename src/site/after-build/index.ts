import path from 'node:path';
import type {LoadContext, Plugin, Props} from '@docusaurus/types';
import {renderText} from '../../checks/report/render-text.ts';
import {renderCount} from '../../checks/report/sections.ts';
import type {SiteFields} from '../site-fields.ts';
import type {SiteContent} from '../plugin/site-data.ts';
import type {BuiltSite} from './built-site.ts';
import {BuildProblemsError, listPages} from './built-site.ts';
import {checkLinks} from './steps/check-links.ts';
import {compress} from './steps/compress.ts';
import {indexSearch} from './steps/index-search.ts';
import {makePagesStatic} from './steps/make-pages-static.ts';
import {purgeStyles} from './steps/purge-styles.ts';
import {setSecurityPolicy} from './steps/set-security-policy.ts';
import {writeApi, writeFeeds, writeFigures} from './steps/write-api.ts';
import {writeBuildRecord} from './steps/write-build-record.ts';
import {writeDifferences} from './steps/write-differences.ts';
import {writeDocument} from './steps/write-document.ts';
import {writeManifest} from './steps/write-manifest.ts';
import {writeRedirects} from './steps/write-redirects.ts';
import {writeSitemap} from './steps/write-sitemap.ts';

/** One thing that is done to the built files. */
interface Step {
  name: string;
  run(site: BuiltSite): Promise<void>;
}

/** Everything that happens after the build, in this order: each step finds the files as the one before left them. */
export const STEPS: readonly Step[] = [
  {name: 'make-pages-static', run: makePagesStatic},
  {name: 'write-differences', run: writeDifferences},
  {name: 'write-document', run: writeDocument},
  {name: 'write-figures', run: writeFigures},
  {name: 'write-api', run: writeApi},
  {name: 'write-redirects', run: writeRedirects},
  {name: 'write-feeds', run: writeFeeds},
  {name: 'index-search', run: indexSearch},
  {name: 'purge-styles', run: purgeStyles},
  {name: 'write-manifest', run: writeManifest},
  {name: 'set-security-policy', run: setSecurityPolicy},
  {name: 'write-sitemap', run: writeSitemap},
  // Before the links are judged: `npm run links` reads a site that is complete but for its broken links.
  {name: 'write-build-record', run: writeBuildRecord},
  {name: 'check-links', run: checkLinks},
  {name: 'compress', run: compress},
];

const CLIENT = path.join(import.meta.dirname, '../client');
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
  const {toolkit, differences, shared} = content;
  const {records} = shared;
  return {dir: outDir, siteDir, url, baseUrl, today, toolkit, records, differences, clientScripts: CLIENT_SCRIPTS};
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
