import type {Finding} from '../problem.ts';
import {addressOfFile} from './addresses.ts';
import type {BrokenLink} from './broken-link.ts';
import {judgeDestination} from './judge-destination.ts';
import type {LinkedSite} from './linked-site.ts';
import {placeInSource} from './place-in-source.ts';
import type {Destination} from './resolve-link.ts';
import {resolveLink} from './resolve-link.ts';

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
