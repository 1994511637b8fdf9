import type {Finding} from '../problem.ts';
import type {SiteAddress} from './addresses.ts';
import {addressOfFile} from './addresses.ts';
import type {Link, PageLinks} from './collect-links.ts';
import {judgeDestination} from './judge-destination.ts';
import {resolveLink} from './resolve-link.ts';

/** A built page, with what it leads to. */
export interface LinkedPage extends PageLinks {
  /** Path from the folder of the built site, with `/`. */
  file: string;
  /** The file an author wrote it in, where one is known. */
  source?: string | undefined;
}

/** Everything that links of a site can lead to. */
export interface LinkedSite extends SiteAddress {
  pages: readonly LinkedPage[];
  /** Every built file, pages among them. */
  files: ReadonlySet<string>;
}

/** Finds every link that leads nowhere, costs a redirect or leaves the site unmeant: one finding a page and target. */
export function judgeLinks(site: LinkedSite): Finding[] {
  const judge = judgeDestination(site);
  return site.pages.flatMap((page) => {
    const found = new Map<string, Finding>();
    for (const link of page.links) {
      const fault = judge(resolveLink(site, addressOfFile(page.file), link.target));
      if (fault && !found.has(fault.problem)) found.set(fault.problem, {...whereabouts(page, link), ...fault});
    }
    return [...found.values()];
  });
}

/** The built file's place means nothing to the author of the source. */
function whereabouts({source, file}: LinkedPage, {place}: Link): Pick<Finding, 'path' | 'place'> {
  return source === undefined ? {path: file, place} : {path: source};
}
