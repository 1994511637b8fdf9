import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {escapeMarkup} from '../../../content/escape-markup.ts';
import {FACET_IDS, FINDER} from '../../../content/facets.ts';
import {absoluteUrl, fileOfAddress, hrefOf} from '../../../content/links/addresses.ts';
import type {Place, Problem} from '../../../content/problem.ts';
import {allPages} from '../../../content/toolkit.ts';
import {BuildProblemsError} from '../build-problems-error.ts';
import type {BuiltSite} from '../built-site.ts';

interface Redirect {
  from: string;
  to: string;
  /** The heading of the page it leads to. */
  title: string;
  /** The file that asks for it, and where. */
  source: string;
  place?: Place | undefined;
}

/** Redirects of the site itself: addresses that readers try because their neighbours exist. */
const OWN_REDIRECTS: readonly Redirect[] = [
  '/toolkit/case-studies/',
  ...FACET_IDS.map((facet) => `${FINDER}${facet}/`),
].map((from) => ({from, to: FINDER, title: 'Case studies', source: 'toolkit.config.ts'}));

/**
 * Writes a small page at every address that a page once had.
 *
 * @throws {BuildProblemsError} where an address is taken, for nothing is overwritten.
 */
export async function writeRedirects(site: BuiltSite): Promise<void> {
  const problems: Problem[] = [];
  for (const redirect of redirectsOf(site)) {
    const file = fileOfAddress(redirect.from);
    if (!(await writeNew(site.dir, file, renderRedirect(site, redirect)))) problems.push(refused(redirect, file));
  }
  if (problems.length > 0) throw new BuildProblemsError(problems);
}

function redirectsOf({toolkit}: BuiltSite): Redirect[] {
  const asked = allPages(toolkit).flatMap(({address, data, document}) =>
    (data.redirect_from ?? []).map((from, index) => {
      const place = document.placeOf(['redirect_from', index]);
      return {from, to: address, title: data.title, source: document.path, place};
    }),
  );
  return [...asked, ...OWN_REDIRECTS];
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
    ruleId: 'no-duplicate-address',
    problem: `redirect from \`${from}\` to \`${to}\` meets \`${file}\`, expected a free address of this site`,
    fix: `Take \`${from}\` out of \`redirect_from\`, or move the page that stands there.`,
  };
}

function renderRedirect(site: BuiltSite, {to, title}: Redirect): string {
  const href = escapeMarkup(hrefOf(site, to));
  return `<!DOCTYPE html><html lang="${escapeMarkup(site.toolkit.config.language)}"><head><meta charset="UTF-8">\
<title>This page has moved</title>\
<meta name="viewport" content="width=device-width, initial-scale=1">\
<meta http-equiv="refresh" content="0; url=${href}">\
<link rel="canonical" href="${escapeMarkup(absoluteUrl(site, to))}">\
</head><body><main><h1>This page has moved</h1>\
<p>Go to its new address: <a href="${href}">${escapeMarkup(title)}</a>.</p></main></body></html>
`;
}
