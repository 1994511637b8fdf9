import path from 'node:path';
import {absoluteUrl, fileOfAddress, hrefOf, type SiteAddress} from '../../../content/addresses/addresses.ts';
import {formerComparison, sinceAddress} from '../../../content/addresses/difference-addresses.ts';
import {type Redirect, redirectsOf} from '../../../content/addresses/redirects.ts';
import {LINES_PER_PAGE, listPageAddress, listPages} from '../../../content/lists/list-pages.ts';
import type {Problem} from '../../../content/problem.ts';
import {html, trusted} from '../../../format/html.ts';
import {fill} from '../../../language/fill.ts';
import {textOf, type Wording} from '../../../language/text.ts';
import {bundleScript} from '../../render/bundle-client.ts';
import {PLAIN_POLICY} from '../../render/security-policy.ts';
import {BuildProblemsError, type BuiltSite} from '../built-site.ts';

/** The script of all redirect pages; its name never changes, because browsers cache the pages that load it. */
const SCRIPT = 'redirect.js';

const SCRIPT_SOURCE = path.join(import.meta.dirname, '../../client/redirect');

/**
 * Writes a small page at every former address, for hosts that do not redirect by themselves.
 *
 * @throws {BuildProblemsError} where an address is taken, because nothing is overwritten.
 */
export async function writeRedirects(site: BuiltSite): Promise<void> {
  const {url, baseUrl, toolkit} = site;
  const {language, labels} = toolkit.config;
  const problems: Problem[] = [];
  for (const redirect of [...redirectsOf(toolkit), ...formerComparisons(site)]) {
    const file = fileOfAddress(redirect.from);
    const page = renderRedirectPage({url, baseUrl, language, labels, script: SCRIPT}, redirect);
    if (site.output.has(file)) problems.push(refused(redirect, file));
    else site.output.write([[file, page]]);
  }
  if (problems.length > 0) throw new BuildProblemsError(problems);
  site.output.write([[SCRIPT, await bundleScript(SCRIPT_SOURCE)]]);
}

/** From the comparisons of editions with the live text to the pages that changed, with their updates. */
function formerComparisons({toolkit, differences}: BuiltSite): Redirect[] {
  const {edition_labels: labels} = toolkit.config;
  const {names, format} = textOf(toolkit.config);
  return differences.since.flatMap(({edition, pages}) => {
    const title = names.since({edition: format.inWords({name: edition, label: labels[edition]})});
    const lists = listPages(sinceAddress(edition), pages, LINES_PER_PAGE).map(({address, page}) => {
      return {from: listPageAddress(formerComparison(edition), page), to: address, title};
    });
    const changed = pages
      .filter(({kind}) => kind !== 'added' && kind !== 'removed')
      .map((page) => ({from: `${formerComparison(edition)}${page.id}/`, to: page.address, title: page.title}));
    return [...lists, ...changed].map((redirect) => ({...redirect, source: 'toolkit.config.ts'}));
  });
}

function refused({from, to, source, place}: Redirect, file: string): Problem {
  return {
    path: source,
    place,
    severity: 'error',
    ruleId: 'no-conflicting-address',
    problem: `redirect from \`${from}\` to \`${to}\` conflicts with \`${file}\`, expected a free address of this site`,
    fix: `Remove \`${from}\` from \`redirect_from\`, or move the page at that address.`,
  };
}

/**
 * A small page that redirects readers. The script keeps query and fragment; without scripts the browser redirects by
 * itself, and there is also a link.
 */
function renderRedirectPage(site: SiteAddress & Wording & {script: string}, {to, title}: Redirect): string {
  const href = hrefOf(site, to);
  const {moved: t} = textOf(site);
  return html`<!DOCTYPE html><html lang="${site.language}"><head><meta charset="UTF-8">\
<meta http-equiv="Content-Security-Policy" content="${trusted(PLAIN_POLICY)}">\
<title>${t.title}</title>\
<meta name="viewport" content="width=device-width, initial-scale=1">\
<script src="${hrefOf(site, `/${site.script}`)}" data-to="${href}"></script>\
<noscript><meta http-equiv="refresh" content="0; url=${href}"></noscript>\
<link rel="canonical" href="${absoluteUrl(site, to)}">\
</head><body><main><h1>${t.title}</h1>\
<p>${fill(t.goTo, {a: () => html`<a href="${href}">${title}</a>`})}</p></main></body></html>
`.html;
}
