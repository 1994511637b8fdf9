import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {DOCUMENT} from '../../../content/document/document-parts.ts';
import {fileOfAddress} from '../../../content/links/addresses.ts';
import {collectLinks} from '../../../content/links/collect-links.ts';
import type {LinkedPage} from '../../../content/links/judge-links.ts';
import {judgeLinks} from '../../../content/links/judge-links.ts';
import type {Problem} from '../../../content/problem.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import {allPages} from '../../../content/toolkit.ts';
import {BuildProblemsError} from '../build-problems-error.ts';
import type {BuiltSite} from '../built-site.ts';
import {listFiles, listPages} from '../built-site.ts';
import {inParallel} from '../in-parallel.ts';

/**
 * The one judge of links: reads what readers will get, not what was meant.
 *
 * @throws {BuildProblemsError} where a link, anchor, image, style sheet or script leads nowhere.
 */
export async function checkLinks(site: BuiltSite): Promise<void> {
  const problems = await findBrokenLinks(site);
  if (problems.length > 0) throw new BuildProblemsError(problems);
}

/** Every broken link of the built pages, blamed on the file its author wrote where that is known. */
export async function findBrokenLinks(site: BuiltSite): Promise<Problem[]> {
  const sources = sourcesOf(site.toolkit);
  const pages = await inParallel(await listPages(site), async ({file, address}): Promise<LinkedPage> => {
    const html = await readFile(path.join(site.dir, file), 'utf8');
    return {...collectLinks(html), file, source: sources.get(address)};
  });
  const {url, baseUrl} = site;
  const findings = judgeLinks({url, baseUrl, pages, files: new Set(await listFiles(site))});
  // The document repeats every page: only what is wrong in it alone is told of it.
  const own = findings.filter((finding) => finding.path !== fileOfAddress(DOCUMENT));
  return (own.length > 0 ? own : findings).map((finding) => ({
    ...finding,
    severity: 'error',
    ruleId: 'no-broken-link',
  }));
}

function sourcesOf(toolkit: Toolkit): Map<string, string> {
  return new Map([
    ...allPages(toolkit).map(({address, document}) => [address, document.path] as const),
    ...toolkit.updates.map(({data, document}) => [`/updates/${data.slug}/`, document.path] as const),
  ]);
}
