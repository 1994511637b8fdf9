import type {Problem} from '../../content/problem.ts';
import type {SiteContent} from '../data/site-data.ts';
import {featuresOf} from '../feature-hooks.ts';
import {THEME_FOLDER} from '../render/bundle-theme.ts';
import {BuildProblemsError, type BuiltSite, listPages} from './built-site.ts';
import {exitOnErrors} from './exit-on-errors.ts';
import {checkLinks} from './steps/check-links.ts';
import {writeBuildRecord} from './steps/write-build-record.ts';
import {writeDifferences} from './steps/write-differences.ts';
import {writeFigures} from './steps/write-figures.ts';
import {writeManifest} from './steps/write-manifest.ts';
import {writeRedirects} from './steps/write-redirects.ts';
import {writeSitemap} from './steps/write-sitemap.ts';

/** The steps after the build, in order: each one finds the files as the one before left them. */
const STEPS: readonly ((site: BuiltSite) => Promise<void>)[] = [
  writeFiles,
  writeDifferences,
  writeFigures,
  writeRedirects,
  writeManifest,
  writeFeatures,
  writeSitemap,
  writeBuildRecord,
  refuseReplacedFiles,
  checkLinks,
];

/** What is known once Docusaurus has written its files. */
type Build = Omit<BuiltSite, 'toolkit' | 'records' | 'differences'> & {content: SiteContent};

export async function afterBuild({content: {toolkit, differences, shared}, ...build}: Build): Promise<void> {
  const started = performance.now();
  const site = {...build, toolkit, records: shared.records, differences};
  try {
    for (const step of STEPS) await step(site);
  } catch (error) {
    if (!(error instanceof BuildProblemsError)) throw error;
    exitOnErrors(error.problems, error.problems.length);
  }
  if (process.stdout.isTTY) process.stdout.write(summarise(site, performance.now() - started));
}

/** Style sheets, scripts and files that Docusaurus copied; the pages and their pictures. */
async function writeFiles(site: BuiltSite): Promise<void> {
  // Docusaurus writes the page of an application, which this site is not.
  site.output.adopt((file) => !site.pages.has(file) && !file.startsWith(`${THEME_FOLDER}/`));
  site.output.write([...site.pages, ...site.pictures]);
}

async function writeFeatures(site: BuiltSite): Promise<void> {
  for (const {files} of featuresOf(site.toolkit)) if (files) site.output.write(await files(site));
}

/** A file of the publisher that the engine replaced would be missing from the site without a word. */
async function refuseReplacedFiles({output, toolkit}: BuiltSite): Promise<void> {
  const problems = toolkit.files.flatMap(({path: file, bytes}): Problem[] => {
    if (!file.startsWith('static/') || !output.hasReplaced(file.slice('static/'.length), bytes)) return [];
    const problem = 'the build writes a file of this name, expected another name';
    return [{path: file, problem, fix: 'Rename or remove it.', severity: 'error', ruleId: 'no-unexpected-file'}];
  });
  if (problems.length > 0) throw new BuildProblemsError(problems);
}

function summarise(site: BuiltSite, milliseconds: number): string {
  const {length} = listPages(site);
  return `after-build: ${length} pages, ${STEPS.length} steps, ${(milliseconds / 1000).toFixed(1)} s\n`;
}
