import {closest, distance} from 'fastest-levenshtein';
import {nearest} from '../format/nearest.ts';
import {DOCUMENT} from '../model/pages/document-parts.ts';
import type {Finding} from '../model/problem.ts';
import {addressOfFile, fileOfAddress} from '../model/routes/addresses.ts';
import {type Destination, resolveLink} from '../model/routes/resolve-link.ts';
import {NAVIGATION_FILE} from '../model/schemas/navigation-schema.ts';
import type {LinkedPage, LinkedSite} from './linked-site.ts';
import {type BrokenLink, type LinkFault, placeInNavigation, placeInSource} from './place-in-source.ts';

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

/** The edition of a page: a link from the live text rarely means a page of an edition. */
function roomOf({source = ''}: Pick<LinkedPage, 'source'>): string {
  return /^versioned_docs\/[^/]+/.exec(source)?.[0] ?? 'live';
}

function destinationChecker(site: LinkedSite): (destination: Destination, room: string) => LinkFault | undefined {
  // Feeds and data have no anchors.
  const pages = new Map(site.pages.filter(({file}) => file.endsWith('.html')).map((page) => [page.file, page]));
  const hasAnchor = (file: string, anchor: string) => anchor === '' || pages.get(file)?.anchors.has(anchor);

  function checkHere(address: string, anchor: string, room: string): LinkFault | undefined {
    const file = fileOfAddress(address);
    if (site.files.has(file)) return checkAnchor(address, anchor, pages.get(file)?.anchors);
    if (!site.files.has(`${file}/index.html`)) return explainMissing(address, anchor, room);
    const meant = `${address}/${anchor && `#${anchor}`}`;
    return {
      ...toFault(`\`${address}\` costs a redirect`, `\`${meant}\``, `Write \`${meant}\`.`),
      meant: hasAnchor(`${file}/index.html`, anchor) ? {address: `${address}/`, anchor} : undefined,
    };
  }

  function explainMissing(address: string, anchor: string, room: string): LinkFault {
    const isFile = /\.(?!mdx?$)\w+$/.test(address);
    const all = [...site.files].filter((file) => file.endsWith('.html') !== isFile).map(addressOfFile);
    const authored = [...pages.values()]
      .filter((page) => page.source !== undefined && roomOf(page) === room)
      .map((page) => addressOfFile(page.file));
    // An author who links to a source file means its page.
    const sought = address.replace(/\.mdx?$/, '/');
    const written = nearestOf(sought, isFile ? all : authored);
    const near = written ?? nearestOf(sought, all);
    const isMeant = written?.isOnly && hasAnchor(fileOfAddress(written.name), anchor);
    return {
      ...toFault(
        `\`${shorten(address)}\` leads nowhere`,
        'a page or file of this site',
        near && `Write \`${near.name}\`, the nearest address.`,
      ),
      meant: isMeant ? {address: written.name, anchor} : undefined,
    };
  }

  return (destination, room) => {
    switch (destination.kind) {
      case 'elsewhere':
        return undefined;
      case 'unreadable':
        return toFault(`\`${shorten(destination.target)}\` cannot be read`, 'an address');
      case 'outside':
        return toFault(
          `\`${shorten(destination.path)}\` leaves the site`,
          `an address that begins with \`${site.baseUrl}\``,
          site.files.has(fileOfAddress(destination.path)) &&
            `Write \`${site.baseUrl}${destination.path.slice(1)}\`, the same page of this site.`,
        );
      case 'here':
        return checkHere(destination.address, destination.anchor, room);
    }
  };
}

function checkAnchor(address: string, anchor: string, anchors: ReadonlySet<string> | undefined): LinkFault | undefined {
  if (anchor === '' || anchors === undefined || anchors.has(anchor)) return undefined;
  const near = nearestOf(anchor, [...anchors], String);
  return {
    ...toFault(
      `\`${shorten(`${address}#${anchor}`)}\` names an anchor that is missing`,
      'one of that page',
      near && `Write \`#${near.name}\`, the nearest anchor there.`,
    ),
    meant: near?.isOnly ? {anchor: near.name} : undefined,
  };
}

/** Longer addresses are not typed by hand, and comparing them takes long. */
const LONGEST_COMPARED = 300;

/** Only a typo of up to two letters is corrected without asking. */
const SLIP = 2;

/**
 * The name that the author most likely meant, and whether no other is close. The last part of an address decides,
 * because pages keep it when they move.
 */
function nearestOf(wrong: string, valid: readonly string[], partOf = lastPart) {
  if (wrong.length > LONGEST_COMPARED) return undefined;
  const word = partOf(wrong.toLowerCase());
  const part = nearest(word, valid.map(partOf));
  if (part === undefined) return undefined;
  const alike = valid.filter((name) => partOf(name) === part);
  const others = valid.map(partOf).filter((other) => other !== part);
  const isSlip = distance(word, part.toLowerCase()) <= SLIP;
  return {name: closest(wrong, alike), isOnly: isSlip && alike.length === 1 && nearest(word, others) === undefined};
}

function lastPart(address: string): string {
  return address.split('/').findLast((part) => part !== '') ?? '';
}

function toFault(found: string, expected: string, fix?: string | false): LinkFault {
  return {problem: `link to ${found}, expected ${expected}`, fix: fix || 'Correct or remove the link.'};
}

const LONGEST_SHOWN = 200;

function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
