import type {Problem} from '../../../content/problem.ts';
import {checkBuiltSite} from '../../links/check-built-site.ts';
import {BuildProblemsError, type BuiltSite} from '../built-site.ts';
import {linkedSite} from '../read-linked-site.ts';

/**
 * The only link check: it reads what readers will get. `npm run links` also shows warnings.
 *
 * @throws {BuildProblemsError} where the target of a link, image, style sheet or script is missing, or an address is
 * lost.
 */
export async function checkLinks(site: BuiltSite): Promise<void> {
  const problems = findLinkProblems(site).filter(({severity}) => severity === 'error');
  if (problems.length > 0) throw new BuildProblemsError(problems);
}

/** Every problem with the links of the built pages, at its place in the source. */
export function findLinkProblems(site: BuiltSite): Problem[] {
  const files = site.output.list();
  const links = files.map((file) => [file, site.output.linksOf(file)] as const);
  return checkBuiltSite(linkedSite(files, links, site, site.toolkit), site.toolkit);
}
