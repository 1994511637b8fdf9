import type {Definition, Link} from 'mdast';
import type {SiteAddress} from '../links/addresses.ts';
import {resolveLink} from '../links/resolve-link.ts';
import {addressOfSource, fileOfTarget} from '../links/source-files.ts';
import {withSlash} from '../page-id.ts';
import {markdownParser} from '../parse-markdown.ts';
import type {Place} from '../problem.ts';
import {visit} from '../visit.ts';
import type {Redacted, Taken} from './redaction.ts';
import {take} from './redaction.ts';

/** A page that goes, as links of others may name it: live, or in an edition. */
export interface GonePage {
  path: string;
  /** Its addresses, without the site's base URL; each begins and ends with `/`. */
  addresses: readonly string[];
}

/** The links of a page that lead to pages which go. */
export function linksTo(
  gone: readonly GonePage[],
  site: SiteAddress,
  path: string,
  text: string,
): (Link | Definition)[] {
  const found: (Link | Definition)[] = [];
  if (!gone.some((page) => text.includes(lastPart(page.path)))) return found;
  visit(markdownParser.parse(text), ['link', 'definition'], (node) => {
    const link = node as Link | Definition;
    if (gone.some((page) => leadsTo(page, site, path, link.url))) found.push(link);
  });
  return found;
}

/** Where a link stands in its file. */
export function placeOfLink({position}: Link | Definition): Place | undefined {
  return position?.start;
}

/** Puts the words of links in their place; nobody is led to a page that is gone. */
export function unlink(text: string, links: readonly (Link | Definition)[]): Redacted {
  const edits = links.map((link): Taken => {
    const [start, end] = [link.position?.start.offset ?? 0, link.position?.end.offset ?? 0];
    const places = [{offset: start, isAddress: true, isPart: false}];
    return {start, end, text: link.type === 'link' ? labelOf(text, link) : '', places};
  });
  return take(text, edits);
}

/** What stands between the brackets of a link, as it is written. */
function labelOf(text: string, {children}: Link): string {
  return text.slice(children[0]?.position?.start.offset ?? 0, children.at(-1)?.position?.end.offset ?? 0);
}

function leadsTo(page: GonePage, site: SiteAddress, from: string, target: string): boolean {
  const file = fileOfTarget(from, target);
  if (file !== undefined) return file === page.path;
  const destination = resolveLink(site, addressOfSource(from), target);
  return destination.kind === 'here' && page.addresses.includes(withSlash(destination.address));
}

function lastPart(path: string): string {
  return /([^/]+)\.md$/.exec(path)?.[1] ?? path;
}
