import {closest, distance} from 'fastest-levenshtein';
import {addressOfFile, fileOfAddress, type SitePage, type SitePlaces} from '../../content/addresses/addresses.ts';
import {type Destination, resolveLink} from '../../content/addresses/resolve-link.ts';
import type {Fault} from '../../content/problem.ts';
import {nearest} from '../../format/nearest.ts';

export interface LinkFault extends Fault {
  /** What the author most likely meant, if there is one candidate. Without an address, only the anchor is wrong. */
  meant?: {address?: string; anchor: string} | undefined;
}

/** The version of the text that a page belongs to: an edition, or the live text, whose links rarely mean an edition. */
export function versionOf({source = ''}: Pick<SitePage, 'source'>): string {
  return /^versioned_docs\/[^/]+/.exec(source)?.[0] ?? 'live';
}

/**
 * Returns a function that explains what is wrong with a destination of a link in a version of the text, and quotes the
 * link as its author wrote it, where that is known.
 */
export function destinationChecker(
  site: SitePlaces,
): (destination: Destination, version: string, written?: string) => LinkFault | undefined {
  // Feeds and data have no anchors.
  const pages = new Map(site.pages.filter(({file}) => file.endsWith('.html')).map((page) => [page.file, page]));
  const anchorsAt = (file: string): ReadonlySet<string> | undefined => {
    const {anchors, refresh} = pages.get(file) ?? {};
    const target = refresh === undefined ? undefined : resolveLink(site, addressOfFile(file), refresh);
    return target?.kind === 'here' ? pages.get(fileOfAddress(target.address))?.anchors : anchors;
  };
  const hasAnchor = (file: string, anchor: string) => anchor === '' || anchorsAt(file)?.has(anchor);

  function checkHere(address: string, anchor: string, version: string, written?: string): LinkFault | undefined {
    const file = fileOfAddress(address);
    if (site.files.has(file)) return checkAnchor(written ?? `${address}#${anchor}`, anchor, anchorsAt(file));
    if (!site.files.has(`${file}/index.html`)) return explainMissing(address, anchor, version, written);
    const meant = `${address}/${anchor && `#${anchor}`}`;
    return {
      ...toFault(`\`${written ?? address}\` costs a redirect`, `\`${meant}\``, `Write \`${meant}\`.`),
      meant: hasAnchor(`${file}/index.html`, anchor) ? {address: `${address}/`, anchor} : undefined,
    };
  }

  const editions = new Set(site.pages.map((page) => /^versioned_docs\/version-(.+)/.exec(versionOf(page))?.[1]));

  function explainMissing(address: string, anchor: string, version: string, written = address): LinkFault {
    const isFile = /\.(?!mdx?$)\w+$/.test(address);
    const all = [...site.files]
      .filter((file) => file.endsWith('.html') !== isFile)
      .map(addressOfFile)
      .filter((other) => version !== 'live' || !other.split('/').some((part) => editions.has(part)));
    const authored = [...pages.values()]
      .filter((page) => page.source !== undefined && versionOf(page) === version)
      .map((page) => addressOfFile(page.file));
    // An author who links to a source file means its page.
    const sought = address.replace(/\.mdx?$/, '/');
    const authoredMatch = nearestOf(sought, isFile ? all : authored);
    // Lists and records have pages with the same names as the pages they are about: only a slip means one of them.
    const near =
      authoredMatch ??
      nearestOf(
        sought,
        all.filter((other) => folderOf(other) === folderOf(sought)),
      );
    const isMeant = authoredMatch?.isOnly && hasAnchor(fileOfAddress(authoredMatch.name), anchor);
    return {
      ...toFault(
        `\`${shorten(written)}\` leads nowhere`,
        'a page or file of this site',
        near && `Write \`${near.name}\`, the nearest address.`,
      ),
      meant: isMeant ? {address: authoredMatch.name, anchor} : undefined,
    };
  }

  return (destination, version, written) => {
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
        return checkHere(destination.address, destination.anchor, version, written);
    }
  };
}

function checkAnchor(written: string, anchor: string, anchors: ReadonlySet<string> | undefined): LinkFault | undefined {
  if (anchor === '' || anchors === undefined || anchors.has(anchor)) return undefined;
  const near = nearestOf(anchor, [...anchors], String);
  return {
    ...toFault(
      `\`${shorten(written)}\` names an anchor that is missing`,
      'one of that page',
      near && `Write \`#${near.name}\`, the nearest anchor there.`,
    ),
    meant: near?.isOnly ? {anchor: near.name} : undefined,
  };
}

/** Longer addresses are not typed by hand, and comparing them takes long. */
const MAX_COMPARED_LENGTH = 300;

/** Only a typo of up to two letters is corrected without asking. */
const SLIP = 2;

/**
 * The name that the author most likely meant, and whether no other is close. The last part of an address decides,
 * because pages keep it when they move.
 */
function nearestOf(wrong: string, valid: readonly string[], partOf = lastPart) {
  if (wrong.length > MAX_COMPARED_LENGTH) return undefined;
  const word = partOf(wrong.toLowerCase());
  const part = nearest(word, valid.map(partOf));
  if (part === undefined) return undefined;
  const alike = valid.filter((name) => partOf(name) === part);
  const others = valid.map(partOf).filter((other) => other !== part);
  const isSlip = distance(word, part.toLowerCase()) <= SLIP;
  return {name: closest(wrong, alike), isOnly: isSlip && alike.length === 1 && nearest(word, others) === undefined};
}

function folderOf(address: string): string {
  return address.replace(/[^/]*\/?$/, '');
}

function lastPart(address: string): string {
  return address.split('/').findLast((part) => part !== '') ?? '';
}

function toFault(actual: string, expected: string, fix?: string | false): LinkFault {
  return {problem: `link to ${actual}, expected ${expected}`, fix: fix || 'Correct or remove the link.'};
}

const MAX_SHOWN_LENGTH = 200;

function shorten(text: string): string {
  return text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text;
}
