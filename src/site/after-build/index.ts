import type {SiteContent} from '../data/site-data.ts';
import {THEME_FOLDER} from '../render/bundle-theme.ts';
import {BuildProblemsError, type BuiltSite, listPages} from './built-site.ts';
import {exitOnErrors} from './exit-on-errors.ts';
import {checkLinks} from './steps/check-links.ts';
import {compress} from './steps/compress.ts';
import {indexSearch} from './steps/index-search.ts';
import {writeApi, writeFeeds, writeFigures} from './steps/write-api.ts';
import {writeBuildRecord} from './steps/write-build-record.ts';
import {writeDifferences} from './steps/write-differences.ts';
import {writeDocument} from './steps/write-document.ts';
import {writeEditor} from './steps/write-editor.ts';
import {writeHostFiles} from './steps/write-host-files.ts';
import {writeManifest} from './steps/write-manifest.ts';
import {writeRedirects} from './steps/write-redirects.ts';
import {writeSitemap} from './steps/write-sitemap.ts';

interface Step {
  name: string;
  run(site: BuiltSite): Promise<void>;
}

/** The steps after the build, in order: each one finds the files as the one before left them. */
export const STEPS: readonly Step[] = [
  {name: 'write-files', run: writeFiles},
  {name: 'write-differences', run: writeDifferences},
  {name: 'write-document', run: writeDocument},
  {name: 'write-figures', run: writeFigures},
  {name: 'write-api', run: writeApi},
  {name: 'write-redirects', run: writeRedirects},
  {name: 'write-feeds', run: writeFeeds},
  {name: 'index-search', run: indexSearch},
  {name: 'write-manifest', run: writeManifest},
  {name: 'write-sitemap', run: writeSitemap},
  {name: 'write-editor', run: writeEditor},
  // Before the links are checked, so that `npm run links` can read a site with broken links.
  {name: 'write-build-record', run: writeBuildRecord},
  {name: 'check-links', run: checkLinks},
  // The compressed copies have the media types of the files they copy.
  {name: 'write-host-files', run: writeHostFiles},
  {name: 'compress', run: compress},
];

/** What is known once Docusaurus has written its files. */
type Build = Omit<BuiltSite, 'toolkit' | 'records' | 'differences'> & {content: SiteContent};

export async function afterBuild({content: {toolkit, differences, shared}, ...build}: Build): Promise<void> {
  const started = performance.now();
  const site = {...build, toolkit, records: shared.records, differences};
  try {
    for (const {run} of STEPS) await run(site);
  } catch (error) {
    if (!(error instanceof BuildProblemsError)) throw error;
    exitOnErrors(error.problems, error.problems.length);
  }
  if (process.stdout.isTTY) process.stdout.write(summarise(site, performance.now() - started));
}

/** Style sheets, scripts and files that Docusaurus copied; the pages and their pictures. */
async function writeFiles(site: BuiltSite): Promise<void> {
  const pages = new Set(site.files.map(([file]) => file));
  // Docusaurus writes the page of an application, which this site is not.
  site.output.adopt((file) => !pages.has(file) && !file.startsWith(`${THEME_FOLDER}/`));
  site.output.write(site.files);
}

function summarise(site: BuiltSite, milliseconds: number): string {
  const {length} = listPages(site);
  return `after-build: ${length} pages, ${STEPS.length} steps, ${(milliseconds / 1000).toFixed(1)} s\n`;
}
