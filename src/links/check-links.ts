import {DOCUMENT} from '../model/pages/document-parts.ts';
import type {Finding} from '../model/problem.ts';
import {addressOfFile} from '../model/routes/addresses.ts';
import {destinationChecker, type LinkFault, roomOf} from '../model/routes/check-destination.ts';
import {resolveLink} from '../model/routes/resolve-link.ts';
import {NAVIGATION_FILE} from '../model/schemas/navigation-schema.ts';
import type {LinkedSite} from './linked-site.ts';
import {type BrokenLink, placeInNavigation, placeInSource} from './place-in-source.ts';

/** Every broken link, at each place where its author wrote it. */
export function brokenLinkFindings(site: LinkedSite): Finding[] {
  const found = findBrokenLinks(site).map((broken) => ({broken, places: placeInSource(site, broken)}));
  const unwritten = found.filter(({places}) => places.length === 0).map(({broken}) => broken);
  return [
    ...found.flatMap(({broken: {page, fault}, places}) =>
      places.map((written) => ({path: page.source ?? page.file, problem: fault.problem, ...written})),
    ),
    ...Map.groupBy(unwritten, ({fault}) => fault.problem)
      .values()
      .flatMap((alike) => generatedLinkFindings(site, alike)),
  ];
}

/** The findings for a link that no page contains as text: the site shows it on each of these pages. */
function generatedLinkFindings(site: LinkedSite, found: readonly BrokenLink[]): Finding[] {
  // The whole document repeats every page.
  const outside = found.filter(({page}) => !page.file.startsWith(DOCUMENT.slice(1)));
  const alike = outside.length > 0 ? outside : found;
  const [first] = alike;
  if (!first) return [];
  const {problem, fix} = first.fault;
  const places = placeInNavigation(site, first);
  if (places.length > 0) return places.map((place) => ({path: NAVIGATION_FILE, place, problem, fix}));
  const {page, link} = first;
  // A place in the built file does not help the author of the source.
  if (alike.length === 1)
    return [page.source ? {path: page.source, problem, fix} : {path: page.file, place: link.place, problem, fix}];
  const count = alike.length - 1;
  return [
    {
      path: page.file,
      place: link.place,
      problem: `${problem} (also on ${count} other ${count === 1 ? 'page' : 'pages'})`,
      fix: 'The site adds this link to its pages. Add the page or file, or report the mistake to the maintainers.',
    },
  ];
}

/** Finds every link that is dead, needs a redirect or leaves the site by mistake: one for each page and fault. */
export function findBrokenLinks(site: LinkedSite): BrokenLink[] {
  const judge = destinationChecker(site);
  // The header and footer are the same on every page.
  const known = new Map<string, Pick<BrokenLink, 'destination'> & {fault: LinkFault | undefined}>();
  const follow = (from: string, target: string, room: string) => {
    const isAbsolute = /^(\/|[a-z][a-z\d+.-]*:)/i.test(target);
    const key = `${room} ${isAbsolute ? '' : from} ${target}`;
    const earlier = known.get(key);
    if (earlier) return earlier;
    const destination = resolveLink(site, from, target);
    const found = {destination, fault: judge(destination, room)};
    if (isAbsolute) known.set(key, found);
    return found;
  };
  return site.pages.flatMap((page) => {
    const address = addressOfFile(page.file);
    const broken = new Map<string, BrokenLink>();
    for (const link of new Map(page.links.toReversed().map((each) => [each.target, each])).values()) {
      const {destination, fault} = follow(address, link.target, roomOf(page));
      if (fault) broken.set(fault.problem, {page, link, destination, fault});
    }
    return [...broken.values()].reverse();
  });
}
