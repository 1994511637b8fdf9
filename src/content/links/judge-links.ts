import type {Finding} from '../problem.ts';
import type {SourceDocument} from '../source-document.ts';
import type {SiteAddress} from './addresses.ts';
import {addressOfFile} from './addresses.ts';
import type {Link, PageLinks} from './collect-links.ts';
import type {Fault} from './judge-destination.ts';
import {judgeDestination} from './judge-destination.ts';
import {placeInSource} from './place-in-source.ts';
import type {Destination} from './resolve-link.ts';
import {resolveLink} from './resolve-link.ts';

/** A built page, or a feed, with what it leads to. */
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
  /** What authors wrote, by the path of the source. */
  documents?: ReadonlyMap<string, () => SourceDocument>;
}

/** A link that is not as it should be, where a page first has it. */
export interface BrokenLink {
  page: LinkedPage;
  link: Link;
  destination: Destination;
  fault: Fault;
}

/** Finds every link that leads nowhere, costs a redirect or leaves the site unmeant: one a page and destination. */
export function findBrokenLinks(site: LinkedSite): BrokenLink[] {
  const judge = judgeDestination(site);
  // The frame is the same on every page: what does not depend on the page is worked out once.
  const known = new Map<string, Destination>();
  const resolve = (from: string, target: string): Destination => {
    if (!/^(\/|[a-z][a-z\d+.-]*:)/i.test(target)) return resolveLink(site, from, target);
    const destination = known.get(target) ?? resolveLink(site, from, target);
    known.set(target, destination);
    return destination;
  };
  return site.pages.flatMap((page) => {
    const address = addressOfFile(page.file);
    const seen = new Set<string>();
    const found = new Map<string, BrokenLink>();
    for (const link of page.links) {
      if (seen.has(link.target)) continue;
      seen.add(link.target);
      const destination = resolve(address, link.target);
      const fault = judge(destination, page);
      if (fault && !found.has(fault.problem)) found.set(fault.problem, {page, link, destination, fault});
    }
    return [...found.values()];
  });
}

/** Says of every broken link what is wrong, at each place where its author wrote it. */
export function judgeLinks(site: LinkedSite): Finding[] {
  return findBrokenLinks(site).flatMap((broken) => {
    const {page, link, fault} = broken;
    const {problem, fix} = fault;
    // The built file's place means nothing to the author of the source.
    if (page.source === undefined) return [{path: page.file, place: link.place, problem, fix}];
    const places = placeInSource(site, broken);
    const path = page.source;
    return places.length === 0 ? [{path, problem, fix}] : places.map((found) => ({path, problem, ...found}));
  });
}
