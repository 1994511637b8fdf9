import type {Finding} from '../problem.ts';
import {addressOfFile, fileOfAddress} from './addresses.ts';
import type {LinkedPage, LinkedSite} from './linked-site.ts';
import type {Near} from './nearest-address.ts';
import {nearestAddress, nearestAnchor} from './nearest-address.ts';
import type {Destination} from './resolve-link.ts';

/** Where a broken link is meant to lead: there is no other candidate. */
export interface Meant {
  /** Without the site's base URL; `undefined` where only the anchor is wrong. */
  address?: string;
  anchor: string;
}

/** What is wrong with a link, wherever it stands. */
export interface Fault extends Pick<Finding, 'problem' | 'fix'> {
  meant?: Meant | undefined;
}

/** Makes the judge of one site; it says what is wrong with a destination, and remembers what it said. */
export function judgeDestination(
  site: LinkedSite,
): (destination: Destination, from: Pick<LinkedPage, 'source'>) => Fault | undefined {
  // Feeds and data are read for their links, and have no anchors.
  const anchors = new Map(htmlPages(site).map((page) => [page.file, page.anchors]));
  const others = [...site.files].filter((file) => !file.endsWith('.html')).map(addressOfFile);
  const pools = poolsOf(site);
  // A dead link in the footer stands on every page; looking for its nearest address once is enough.
  const known = new Map<string, Fault | undefined>();

  function judge(destination: Destination, room: string): Fault | undefined {
    switch (destination.kind) {
      case 'elsewhere':
        return undefined;
      case 'unreadable':
        return fault(`\`${shorten(destination.target)}\` cannot be read`, 'an address');
      case 'outside':
        return judgeOutside(destination.path);
      case 'here':
        return judgeHere(destination.address, destination.anchor, room);
    }
  }

  function judgeOutside(path: string): Fault {
    const meant = site.baseUrl + path.slice(1);
    const found = `\`${shorten(path)}\` leaves the site`;
    const exists = site.files.has(fileOfAddress(path));
    return fault(
      found,
      `an address that begins with \`${site.baseUrl}\``,
      exists && `Write \`${meant}\`, the same page of this site.`,
    );
  }

  function judgeHere(address: string, anchor: string, room: string): Fault | undefined {
    const file = fileOfAddress(address);
    if (site.files.has(file)) return judgeAnchor(address, anchor, anchors.get(file));
    if (site.files.has(`${file}/index.html`)) {
      const meant = `${address}/${anchor && `#${anchor}`}`;
      const hasAnchor = anchor === '' || anchors.get(`${file}/index.html`)?.has(anchor);
      return {
        ...fault(`\`${address}\` costs a redirect`, `\`${meant}\``, `Write \`${meant}\`.`),
        meant: hasAnchor ? {address: `${address}/`, anchor} : undefined,
      };
    }
    return judgeGone(address, anchor, room);
  }

  function judgeGone(address: string, anchor: string, room: string): Fault {
    // A missing image is not mended by the name of a page.
    const isFile = /\.(?!mdx?$)\w+$/.test(address);
    const authored = pools.get(room) ?? [];
    const near =
      (isFile ? nearestAddress(address, others) : nearestAddress(address, authored)) ??
      (isFile ? undefined : asGuess(nearestAddress(address, pools.get(ALL) ?? [])));
    const hasAnchor = near && (anchor === '' || anchors.get(fileOfAddress(near.name))?.has(anchor));
    return {
      ...fault(
        `\`${shorten(address)}\` leads nowhere`,
        'a page or file of this site',
        near && `Write \`${near.name}\`, the nearest address.`,
      ),
      meant: near?.isOnly && hasAnchor ? {address: near.name, anchor} : undefined,
    };
  }

  return (destination, {source}) => {
    const room = roomOf(source ?? '');
    const key = `${room} ${JSON.stringify(destination)}`;
    if (!known.has(key)) known.set(key, judge(destination, room));
    return known.get(key);
  };
}

/** The room of every page, whoever wrote it. */
const ALL = 'all';

/** Addresses by the edition they belong to, for a link of today seldom means a page of an edition. */
function poolsOf(site: LinkedSite): ReadonlyMap<string, string[]> {
  const pages = htmlPages(site);
  const pools = new Map([[ALL, pages.map(({file}) => addressOfFile(file))]]);
  for (const {file, source} of pages) {
    if (source === undefined) continue;
    const room = roomOf(source);
    const pool = pools.get(room) ?? [];
    pool.push(addressOfFile(file));
    pools.set(room, pool);
  }
  return pools;
}

function htmlPages({pages}: LinkedSite): LinkedPage[] {
  return pages.filter(({file}) => file.endsWith('.html'));
}

function roomOf(source: string): string {
  return /^versioned_docs\/[^/]+/.exec(source)?.[0] ?? 'live';
}

/** A page that nobody wrote by hand may be the nearest, and is never sure to be meant. */
function asGuess(near: Near | undefined): Near | undefined {
  return near && {...near, isOnly: false};
}

function judgeAnchor(address: string, anchor: string, anchors: ReadonlySet<string> | undefined): Fault | undefined {
  // Files that are not pages, such as a PDF, have anchors of their own kind.
  if (anchor === '' || !anchors || anchors.has(anchor)) return undefined;
  const near = nearestAnchor(anchor, [...anchors]);
  const found = `\`${address}#${shorten(anchor)}\` names an anchor that is missing`;
  return {
    ...fault(found, 'one of that page', near && `Write \`#${near.name}\`, the nearest anchor there.`),
    meant: near?.isOnly ? {anchor: near.name} : undefined,
  };
}

function fault(found: string, expected: string, fix?: string | false): Fault {
  return {problem: `link to ${found}, expected ${expected}`, fix: fix || 'Mend or remove the link.'};
}

const LONGEST_SHOWN = 200;

/** An address as messages show it: nobody reads 2,000 characters. */
function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
