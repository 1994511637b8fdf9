import {addressOfFile} from '../../../content/addresses/addresses.ts';
import {addressOfSource} from '../../../content/addresses/source-files.ts';
import type {Problem} from '../../../content/problem.ts';
import {isPage, type Toolkit} from '../../../content/toolkit.ts';
import {checkPublishedAddresses} from '../../links/check-addresses.ts';
import {checkPublishedFiles} from '../../links/check-files.ts';
import {brokenLinkFindings} from '../../links/check-links.ts';
import type {LinkedPage} from '../../links/scan-links.ts';
import {BuildProblemsError, type BuiltSite} from '../built-site.ts';

/**
 * The only link check: it reads what readers will get.
 *
 * @throws {BuildProblemsError} where the target of a link, image, style sheet or script is missing, or an address is
 * lost.
 */
export async function checkLinks(site: BuiltSite): Promise<void> {
  const problems = findLinkProblems(site);
  if (problems.length > 0) throw new BuildProblemsError(problems);
}

/** Every problem with the links of the built pages, at its place in the source, and with the addresses that the site once had. */
export function findLinkProblems({url, baseUrl, output, toolkit}: BuiltSite): Problem[] {
  const files = output.list();
  const sources = sourcesOf(toolkit);
  const pages = files.flatMap((file): LinkedPage[] => {
    const links = output.linksOf(file);
    return links ? [{...links, file, source: sources.get(addressOfFile(file))}] : [];
  });
  const built = {url, baseUrl, pages, files: new Set(files)};
  return [
    ...brokenLinkFindings(built).map((finding): Problem => ({...finding, severity: 'error', ruleId: 'no-broken-link'})),
    ...checkPublishedAddresses(built, toolkit),
    ...checkPublishedFiles(built, toolkit),
  ];
}

function sourcesOf(toolkit: Toolkit): Map<string, string> {
  const pages = toolkit.documents.filter((entry) => isPage(entry) || entry.kind === 'edition-page');
  return new Map([
    ...pages.map(({document}) => [addressOfSource(toolkit.config, document.path), document.path] as const),
    ...toolkit.updates.map(({data, document}) => [`/updates/${data.slug}/`, document.path] as const),
  ]);
}
