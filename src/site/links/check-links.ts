import {addressOfFile} from '../../content/addresses/addresses.ts';
import {type Destination, resolveLink} from '../../content/addresses/resolve-link.ts';
import {DOCUMENT} from '../../content/pages/document-parts.ts';
import type {Finding} from '../../content/problem.ts';
import {destinationChecker, type LinkFault, versionOf} from '../../rules/text/check-destination.ts';
import type {LinkedPage, LinkedSite} from './scan-links.ts';

interface BrokenLink {
  page: LinkedPage;
  destination: Destination;
  fault: LinkFault;
}

/**
 * Every broken link of a built site, each fault once. Links that authors wrote are checked before the build, at their
 * place in the text: what is left are links of the layout, of directives and of editions.
 */
export function brokenLinkFindings(site: LinkedSite): Finding[] {
  return [...Map.groupBy(findBrokenLinks(site), ({fault}) => fault.problem).values()].flatMap(toFinding);
}

function toFinding(found: readonly BrokenLink[]): Finding[] {
  // The whole document repeats every page.
  const outside = found.filter(({page}) => !page.file.startsWith(DOCUMENT.slice(1)));
  const alike = outside.length > 0 ? outside : found;
  const [first] = alike;
  if (!first) return [];
  const {page, fault, destination} = first;
  const others = alike.length - 1;
  const more = others > 0 ? ` (also on ${others} other ${others === 1 ? 'page' : 'pages'})` : '';
  return [
    {path: page.source ?? page.file, problem: `${fault.problem}${more}`, fix: fixOf(page, fault.fix, destination)},
  ];
}

function fixOf({source}: LinkedPage, fix: string, destination: Destination): string {
  if (source?.startsWith('versioned_')) return restoreFix(fix, destination);
  return source ? `${fix} \`npm run check\` names its line, unless the layout of the site adds it.` : fix;
}

/** Editions are never changed: the fix is to make their addresses work again. */
function restoreFix(fix: string, destination: Destination): string {
  if (destination.kind !== 'here') return fix;
  const {address, anchor} = destination;
  return anchor === ''
    ? `Add \`${address}\` to \`redirect_from\` of the page that took its place: an edition never changes.`
    : `Give the page at \`${address}\` the anchor \`${anchor}\` again: an edition never changes.`;
}

/** Finds every link that is dead, needs a redirect or leaves the site by mistake: one for each page and fault. */
function findBrokenLinks(site: LinkedSite): BrokenLink[] {
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
    for (const target of page.targets) {
      const {destination, fault} = follow(address, target, versionOf(page));
      if (fault && !broken.has(fault.problem)) broken.set(fault.problem, {page, destination, fault});
    }
    return [...broken.values()];
  });
}
