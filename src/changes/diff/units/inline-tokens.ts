import type {Definition, Node, Parent, PhrasingContent} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {Token} from './token.ts';
import {foldSpace, PLACEHOLDER, tokenise} from './tokenise.ts';

export interface Reference {
  definitions: ReadonlyMap<string, Definition>;
  onNote(label: string): void;
}

/** The tokens of a paragraph, heading or cell as read, without Markdown syntax. */
export function inlineTokens(nodes: readonly Node[], reference: Reference): Token[] {
  const placed: Token[][] = [];
  const text = nodes.map(read).join('');
  return tokenise(foldText(text), placed);

  function place(...tokens: Token[]): string {
    placed.push(tokens);
    return PLACEHOLDER;
  }

  function readChildren({children}: Pick<Parent, 'children'>): string {
    return children.map(read).join('');
  }

  function read(inline: Node): string {
    const node = inline as PhrasingContent;
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return foldSpace(node.value);
      case 'break':
        return ' ';
      case 'html':
        return readHtml(node.value);
      case 'link':
        return readLink(node, node.url, node.title);
      case 'linkReference': {
        const {url = '', title} = reference.definitions.get(node.identifier) ?? {};
        return readLink(node, url, title);
      }
      case 'image':
        return place(...pictureTokens(node.alt ?? '', node.url, node.title));
      case 'imageReference': {
        const {url = '', title} = reference.definitions.get(node.identifier) ?? {};
        return place(...pictureTokens(node.alt ?? '', url, title));
      }
      case 'footnoteReference':
        reference.onNote(node.identifier);
        return place({text: '[note]', key: '[note]', what: 'words', isSpaced: true, marks: []});
      case 'delete':
        return place(...struckTokens(inlineTokens(node.children, reference)));
      case 'textDirective':
        return `:${node.name}${node.children.length > 0 ? `[${readChildren(node)}]` : ''}`;
      default:
        return 'children' in node ? readChildren(node) : '';
    }
  }

  function readLink(node: Parent, url: string, title: string | null | undefined): string {
    // An address that is also the text of the link appears once.
    const isBare = [url, url.replace(/^(mailto:|https?:\/\/)/, '')].includes(textOf(node));
    if (isBare) return place({...linkToken(url), text: url.replace(/^mailto:/, ''), what: 'words', isSpaced: false});
    return readChildren(node) + place(linkToken(url, title));
  }
}

/** The address of a link as a separate token after the text of the link. */
export function linkToken(url: string, title?: string | null): Token {
  const address = title ? `${url} "${title}"` : url;
  const marks = [{aspect: 'link', value: address}] as const;
  return {text: `(${address})`, key: `\u0003${address}`, what: 'link', isSpaced: true, marks};
}

/** Marks struck-out words. A duty or figure among them is withdrawn, although it is still visible. */
function struckTokens(tokens: readonly Token[]): Token[] {
  const struck = tokens.map((token) => ({...token, key: `\u0005${token.key}`, marks: []}));
  return [
    ...tokenise('[struck out:'),
    ...struck.map((token, index) => (index === 0 ? {...token, isSpaced: true} : token)),
    ...tokenise(']'),
  ];
}

function pictureTokens(alt: string, url: string, title: string | null | undefined): Token[] {
  const address = linkToken(url, title);
  return [...tokenise(foldText(foldSpace(alt))), address].map((token) => ({
    ...token,
    key: `\u0004${token.key}`,
    what: 'picture',
    marks: [...token.marks.filter(({aspect}) => aspect !== 'link'), {aspect: 'picture', value: token.key}],
  }));
}

function readHtml(value: string): string {
  return foldSpace(value.replace(/<!--.*?-->/gs, '').replace(/<br\s*\/?>/gi, ' '));
}

function foldText(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim();
}
