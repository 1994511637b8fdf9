import type {Node} from 'mdast';
import {frontMatterTexts} from '../front-matter/front-matter-texts.ts';
import {oncePer} from '../memo.ts';
import type {Place} from '../problem.ts';
import type {ParsedPage} from './parsed-page.ts';
import {visit} from './visit.ts';

/** An address in a page, decoded as in Markdown. */
export interface PageAddress {
  address: string;
  isImage: boolean;
  place: Place | undefined;
  end: Place | undefined;
  /** The offsets of its Markdown in the file; missing in front matter. */
  span?: {start: number; end: number} | undefined;
}

/** Front matter keys with a value that is always an address. */
const ADDRESS_KEYS: ReadonlySet<unknown> = new Set(['url', 'source', 'href', 'link', 'image']);

/** The beginning of a dangerous address in any other key. */
const HARMFUL_RE = /^(javascript|vbscript|data|file|blob|filesystem):\S*$/i;

/** Every address in a page: in links, pictures, definitions, attributes of directives and front matter. */
export const pageAddresses = oncePer((page: ParsedPage): PageAddress[] => {
  const addresses: PageAddress[] = [];
  const definedImages = new Set<string>();
  visit(page.tree, 'imageReference', ({identifier}) => void definedImages.add(identifier));

  function add(node: Node, address: string, isImage: boolean) {
    const {start, end} = node.position ?? {};
    const span =
      start?.offset !== undefined && end?.offset !== undefined ? {start: start.offset, end: end.offset} : undefined;
    addresses.push({address, isImage, place: start, end, span});
  }
  visit(page.tree, (node: Node) => {
    if (isAddressed(node)) {
      add(node, node.url, node.type === 'image' || definedImages.has(node.identifier ?? ''));
    }
    if ('attributes' in node) {
      for (const {text} of frontMatterTexts(node.attributes)) if (looksLikeAddress(text)) add(node, text, false);
    }
  });
  return [...addresses, ...addressesInFrontMatter(page)];
});

function addressesInFrontMatter({document}: ParsedPage): PageAddress[] {
  return frontMatterTexts(document.frontMatter)
    .filter(({path, text}) => ADDRESS_KEYS.has(path.at(-1)) || looksLikeAddress(text))
    .map(({path, text}) => ({
      address: text,
      isImage: path.at(-1) === 'image',
      // A getter, because finding a place means parsing YAML again, and few addresses break a rule.
      get place() {
        return document.placeOf(path);
      },
      end: undefined,
    }));
}

function looksLikeAddress(text: string): boolean {
  const compact = browserAddress(text);
  return HARMFUL_RE.test(compact) || /^([a-z][a-z\d+.-]*:)?[\\/]{2}\S*$/i.test(compact);
}

/** An address as browsers parse it: without tabs, line endings and surrounding invisible characters. */
export function browserAddress(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers remove these characters too
  return address.replace(/[\t\r\n]/g, '').replace(/^[\x00-\x20]+|[\x00-\x20]+$/g, '');
}

function isAddressed(node: Node): node is Node & {url: string; identifier?: string} {
  return ['link', 'image', 'definition'].includes(node.type) && 'url' in node && typeof node.url === 'string';
}
