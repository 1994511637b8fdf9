import type {Node} from 'mdast';
import {frontMatterTexts} from '../model/front-matter-texts.ts';
import {oncePer} from '../model/memo.ts';
import type {Place} from '../model/problem.ts';
import type {ParsedPage} from './parsed-page.ts';
import {visit} from './visit.ts';

/** An address that a page holds, decoded as Markdown decodes it. */
export interface PageAddress {
  address: string;
  isImage: boolean;
  place: Place | undefined;
  end: Place | undefined;
  /** The Markdown that holds it, as offsets in the file; none in front matter. */
  span?: {start: number; end: number} | undefined;
}

/** Keys of front matter whose value is an address whatever it looks like. */
const ADDRESS_KEYS: ReadonlySet<unknown> = new Set(['url', 'source', 'href', 'link', 'image']);

/** What begins like an address that can do harm, in a key that holds other things. */
const HARMFUL_RE = /^(javascript|vbscript|data|file|blob|filesystem):\S*$/i;

/** Every address of a page: links, images, definitions, attributes of directives and front matter. */
export const pageAddresses = oncePer((page: ParsedPage): PageAddress[] => {
  const found: PageAddress[] = [];
  const definedImages = new Set<string>();
  visit(page.tree, 'imageReference', ({identifier}) => void definedImages.add(identifier));

  function add(node: Node, address: string, isImage: boolean) {
    const {start, end} = node.position ?? {};
    const span =
      start?.offset !== undefined && end?.offset !== undefined ? {start: start.offset, end: end.offset} : undefined;
    found.push({address, isImage, place: start, end, span});
  }
  visit(page.tree, (node: Node) => {
    if (isAddressed(node)) {
      add(node, node.url, node.type === 'image' || definedImages.has(node.identifier ?? ''));
    }
    if ('attributes' in node) {
      for (const {text} of frontMatterTexts(node.attributes)) if (looksLikeAddress(text)) add(node, text, false);
    }
  });
  return [...found, ...addressesInFrontMatter(page)];
});

function addressesInFrontMatter({document}: ParsedPage): PageAddress[] {
  return frontMatterTexts(document.frontMatter)
    .filter(({path, text}) => ADDRESS_KEYS.has(path.at(-1)) || looksLikeAddress(text))
    .map(({path, text}) => ({
      address: text,
      isImage: path.at(-1) === 'image',
      // Few addresses break a rule, and finding a place means reading YAML again.
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

/** An address as browsers read it: without tabs and line ends, and without what cannot be seen around it. */
export function browserAddress(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop just these, and so does this
  return address.replace(/[\t\r\n]/g, '').replace(/^[\x00-\x20]+|[\x00-\x20]+$/g, '');
}

function isAddressed(node: Node): node is Node & {url: string; identifier?: string} {
  return ['link', 'image', 'definition'].includes(node.type) && 'url' in node && typeof node.url === 'string';
}
