import type {Nodes as Html} from 'hast';
import {fromDom} from 'hast-util-from-dom';
import {toMdast} from 'hast-util-to-mdast';
import type {Root} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';

const toText = unified().use(remarkGfm).use(remarkStringify, {bullet: '-', rule: '-', resourceLink: true}).freeze();

/** Markdown for what was copied from a word processor or a web page: paragraphs, lists, tables and links stay. */
export function markdownFrom(html: string): string {
  const {body} = new DOMParser().parseFromString(html, 'text/html');
  restoreLists(body);
  nameColumns(body);
  for (const cut of body.querySelectorAll('style, script, meta, title')) cut.remove();
  return toText.stringify(toMdast(tidy(fromDom(body))) as Root).trim();
}

/** The list that a paragraph of Word belongs to: its sign stands in a span that is hidden from other programs. */
const WORD_ITEM = 'p[class*="MsoListParagraph"]';

/** Word writes lists as paragraphs that begin with a sign and some spaces. */
function restoreLists(body: HTMLElement): void {
  for (const first of body.querySelectorAll(WORD_ITEM)) {
    if (!first.isConnected) continue;
    const items: Element[] = [first];
    for (let next = first.nextElementSibling; next?.matches(WORD_ITEM); next = next.nextElementSibling) {
      items.push(next);
    }
    const signs = items.map((item) => item.querySelector('[style*="mso-list"]'));
    const list = document.createElement(/^\s*\d/.test(signs[0]?.textContent ?? '') ? 'ol' : 'ul');
    first.before(list);
    for (const [index, item] of items.entries()) {
      signs[index]?.remove();
      const entry = document.createElement('li');
      entry.append(...item.childNodes);
      list.append(entry);
      item.remove();
    }
  }
}

/** A table in Markdown has a row of headings; Word does not say that its first row is one. */
function nameColumns(body: HTMLElement): void {
  for (const table of body.querySelectorAll('table')) {
    if (table.querySelector('th')) continue;
    for (const cell of table.rows[0]?.querySelectorAll('td') ?? []) {
      const heading = document.createElement('th');
      heading.append(...cell.childNodes);
      cell.replaceWith(heading);
    }
  }
}

/** Drops comments. A field is already a section of the page: what was copied can only have headings below it. */
function tidy(tree: Html): Html {
  if (tree.type === 'element' && /^h[12]$/.test(tree.tagName)) tree.tagName = 'h3';
  if ('children' in tree) {
    tree.children = tree.children.filter(({type}) => type !== 'comment') as typeof tree.children;
    for (const child of tree.children) tidy(child);
  }
  return tree;
}
