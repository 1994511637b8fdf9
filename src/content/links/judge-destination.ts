import {nearest} from '../nearest.ts';
import type {Finding} from '../problem.ts';
import {addressOfFile, fileOfAddress} from './addresses.ts';
import type {LinkedSite} from './judge-links.ts';
import {nearestAddress} from './nearest-address.ts';
import type {Destination} from './resolve-link.ts';

/** What is wrong with a link, wherever it stands. */
export type Fault = Pick<Finding, 'problem' | 'fix'>;

/** Makes the judge of one site; it says what is wrong with a destination, and remembers what it said. */
export function judgeDestination(site: LinkedSite): (destination: Destination) => Fault | undefined {
  const anchors = new Map(site.pages.map((page) => [page.file, page.anchors]));
  const pages = site.pages.map(({file}) => addressOfFile(file));
  const others = [...site.files].filter((file) => !file.endsWith('.html')).map(addressOfFile);
  // A dead link in the footer stands on every page; looking for its nearest address once is enough.
  const known = new Map<string, Fault | undefined>();

  function judge(destination: Destination): Fault | undefined {
    switch (destination.kind) {
      case 'elsewhere':
        return undefined;
      case 'unreadable':
        return fault(`\`${destination.target}\` cannot be read`, 'an address');
      case 'outside':
        return judgeOutside(destination.path);
      case 'here':
        return judgeHere(destination.address, destination.anchor);
    }
  }

  function judgeOutside(path: string): Fault {
    const meant = site.baseUrl + path.slice(1);
    const found = `\`${path}\` leaves the site`;
    const exists = site.files.has(fileOfAddress(path));
    return fault(
      found,
      `an address that begins with \`${site.baseUrl}\``,
      exists && `Write \`${meant}\`, the same page of this site.`,
    );
  }

  function judgeHere(address: string, anchor: string): Fault | undefined {
    const file = fileOfAddress(address);
    if (site.files.has(file)) return judgeAnchor(address, anchor, anchors.get(file));
    if (site.files.has(`${file}/index.html`)) {
      const meant = `${address}/${anchor && `#${anchor}`}`;
      return fault(`\`${address}\` costs a redirect`, `\`${meant}\``, `Write \`${meant}\`.`);
    }
    // A missing image is not mended by the name of a page.
    const near = nearestAddress(address, /\.(?!mdx?$)\w+$/.test(address) ? others : pages);
    return fault(
      `\`${address}\` leads nowhere`,
      'a page or file of this site',
      near && `Write \`${near}\`, the nearest address.`,
    );
  }

  return (destination) => {
    const key = JSON.stringify(destination);
    if (!known.has(key)) known.set(key, judge(destination));
    return known.get(key);
  };
}

function judgeAnchor(address: string, anchor: string, anchors: ReadonlySet<string> | undefined): Fault | undefined {
  // Files that are not pages, such as a PDF, have anchors of their own kind.
  if (anchor === '' || !anchors || anchors.has(anchor)) return undefined;
  const near = nearest(anchor, [...anchors]);
  const found = `\`${address}#${anchor}\` names an anchor that is missing`;
  return fault(found, 'one of that page', near && `Write \`#${near}\`, the nearest anchor there.`);
}

function fault(found: string, expected: string, fix?: string | false): Fault {
  return {problem: `link to ${found}, expected ${expected}`, fix: fix || 'Mend or remove the link.'};
}
