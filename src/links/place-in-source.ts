import {type PageAddress, pageAddresses} from '../markdown/page-addresses.ts';
import {parsePage} from '../markdown/parsed-page.ts';
import {frontMatterTexts} from '../model/front-matter-texts.ts';
import {once} from '../model/memo.ts';
import {documentKind} from '../model/pages/page-id.ts';
import type {Finding} from '../model/problem.ts';
import {addressOfFile, type SiteAddress} from '../model/routes/addresses.ts';
import type {LinkFault} from '../model/routes/check-destination.ts';
import {type Destination, resolveLink} from '../model/routes/resolve-link.ts';
import {addressOfSource, fileOfTarget} from '../model/routes/source-files.ts';
import {NAVIGATION_FILE} from '../model/schemas/navigation-schema.ts';
import type {SourceDocument} from '../model/source-document.ts';
import type {Link} from './collect-links.ts';
import type {LinkedPage, LinkedSite} from './linked-site.ts';

/** A broken link, at its first place in a page. */
export interface BrokenLink {
  page: LinkedPage;
  link: Link;
  destination: Destination;
  fault: LinkFault;
}

/** Where an author wrote a broken link, and what to do there. */
type Written = Pick<Finding, 'place' | 'end' | 'fix'>;

/**
 * A dead link in the page frame is on every page, and parsing takes long: skips sources that cannot contain the link.
 */
function mayHold({text}: SourceDocument, destination: BrokenLink['destination']): boolean {
  if (destination.kind !== 'here') return true;
  const {address, anchor} = destination;
  const needle = anchor || (address.split('/').findLast((part) => part !== '') ?? '');
  // Other characters can be written in several ways.
  return !/^[a-z\d-]+$/i.test(needle) || text.includes(needle);
}

const addressesOf = new WeakMap<SourceDocument, () => PageAddress[]>();

/** Every place in a page's source where a broken link is written; none where the site itself generates the link. */
export function placeInSource(site: LinkedSite, broken: BrokenLink): Written[] {
  const document = site.documents?.get(broken.page.source ?? '');
  if (!document || !mayHold(document, broken.destination)) return [];
  const from = addressOfFile(broken.page.file);
  const wanted = keyOf(site, from, broken.link.target);
  return writtenIn(document)
    .filter(({address}) => address === broken.link.target || keysOf(site, document, from, address).includes(wanted))
    .map((written) => toPlace(document, written, broken));
}

/** Every place in `navigation.json` that has the address of a broken link. */
export function placeInNavigation(site: LinkedSite, {page, destination}: BrokenLink): Finding['place'][] {
  const navigation = site.documents?.get(NAVIGATION_FILE);
  if (!navigation) return [];
  const wanted = JSON.stringify(destination);
  return frontMatterTexts(navigation.frontMatter)
    .filter(
      ({path, text}) =>
        ['to', 'href'].includes(String(path.at(-1))) &&
        keysOf(site, navigation, addressOfFile(page.file), text).includes(wanted),
    )
    .map(({path}) => navigation.placeOf(path));
}

/** Editions and published texts are never changed: the fix is to make their addresses work again. */
function toPlace({path}: SourceDocument, {place, end}: PageAddress, {fault, destination}: BrokenLink): Written {
  const isLive = /^(docs|handbook)\//.test(path);
  return {place, end, fix: isLive ? fault.fix : restoreFix(fault.fix, destination)};
}

function restoreFix(fix: string, destination: BrokenLink['destination']): string {
  if (destination.kind !== 'here') return fix;
  const {address, anchor} = destination;
  return anchor === ''
    ? `Add \`${address}\` to \`redirect_from\` of the page that took its place: an edition never changes.`
    : `Give the page at \`${address}\` the anchor \`${anchor}\` again: an edition never changes.`;
}

function writtenIn(document: SourceDocument): PageAddress[] {
  const known = addressesOf.get(document) ?? once(() => readAddresses(document));
  addressesOf.set(document, known);
  return known();
}

function readAddresses(document: SourceDocument): PageAddress[] {
  return pageAddresses(parsePage(documentKind(document.path) ?? 'page', document));
}

/**
 * Every destination that Docusaurus may make of an address in Markdown: a file, a path below the base URL, or
 * unchanged.
 */
function keysOf(site: LinkedSite, {path}: SourceDocument, from: string, target: string): string[] {
  const file = fileOfTarget(path, target);
  // Docusaurus leaves links to missing files as they are.
  const asFile =
    file === undefined || !site.documents?.has(file)
      ? []
      : [addressOfSource(file) + target.slice(target.search(/[?#]|$/))];
  const below = target.startsWith('/') && !target.startsWith('//') ? [site.baseUrl + target.slice(1)] : [];
  return [
    keyOf(site, from, target),
    ...below.map((address) => keyOf(site, from, address)),
    ...asFile.map((address) => keyOf(site, from, encodeURI(site.baseUrl) + address.slice(1))),
  ];
}

function keyOf(site: SiteAddress, from: string, target: string): string {
  return JSON.stringify(resolveLink(site, from, target));
}
