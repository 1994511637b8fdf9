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
  repeatMergedCells(body);
  // Pictures on the other computer, and links to footnotes, lead nowhere here.
  for (const cut of body.querySelectorAll('style, script, meta, title, img, a[href^="#_ftn"]')) cut.remove();
  for (const underlined of body.querySelectorAll('u')) underlined.replaceWith(...underlined.childNodes);
  const text = toText.stringify(toMdast(tidy(fromDom(body))) as Root).trim();
  return text.replace(NEEDLESS_ESCAPE_RE, '');
}

/** Signs of addresses that need no backslash: with one, checks would not know them. */
const NEEDLESS_ESCAPE_RE = /\\(?=@)|(?<=https?)\\(?=:)|(?<=www)\\(?=\.)/gi;

/** The list that a paragraph of Word belongs to: its sign is in a span that is hidden from other programs. */
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
    const newList = (index: number) =>
      document.createElement(/^\s*\d/.test(signs[index]?.textContent ?? '') ? 'ol' : 'ul');
    const lists = [newList(0)];
    first.before(lists[0] ?? '');
    for (const [index, item] of items.entries()) {
      const level = Math.min(Number(/level(\d)/.exec(item.getAttribute('style') ?? '')?.[1] ?? 1), lists.length + 1);
      const parent = lists[level - 2]?.lastElementChild;
      if (level > lists.length && parent) {
        lists.push(newList(index));
        parent.append(lists.at(-1) ?? '');
      }
      lists.length = Math.min(lists.length, level);
      signs[index]?.remove();
      const entry = document.createElement('li');
      entry.append(...item.childNodes);
      lists.at(-1)?.append(entry);
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

/** A cell over several rows is repeated in each of them: Markdown has no other way. */
function repeatMergedCells(body: HTMLElement): void {
  for (const cell of body.querySelectorAll<HTMLTableCellElement>('[rowspan]')) {
    const {rowSpan, cellIndex} = cell;
    cell.removeAttribute('rowspan');
    let row = cell.closest('tr')?.nextElementSibling;
    for (let left = rowSpan - 1; left > 0 && row; left -= 1) {
      row.insertBefore(cell.cloneNode(true), row.children[cellIndex] ?? null);
      row = row.nextElementSibling;
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
