import {fromDom} from 'hast-util-from-dom';
import {toMdast} from 'hast-util-to-mdast';
import type {Root} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';

const toText = unified().use(remarkGfm).use(remarkStringify, {bullet: '-', rule: '-', resourceLink: true}).freeze();

/** Signs of addresses that need no backslash: with one, checks would not know them. */
const NEEDLESS_ESCAPE_RE = /\\(?=@)|(?<=https?)\\(?=:)|(?<=www)\\(?=\.)/gi;

/** Turns what is pasted into the long texts of a form into Markdown. */
export function keepPastedMarkup(): void {
  document.addEventListener('paste', (event) => {
    const html = event.clipboardData?.getData('text/html');
    if (!(event.target instanceof HTMLTextAreaElement) || !html) return;
    event.preventDefault();
    // In the way of typing, so that the form hears of it and the browser can undo it.
    document.execCommand('insertText', false, markdownFrom(html));
  });
}

/** Markdown for what was copied from a word processor or a web page: headings, lists, tables and links stay. */
function markdownFrom(html: string): string {
  const {body} = new DOMParser().parseFromString(html, 'text/html');
  restoreLists(body);
  nameColumns(body);
  linkFootnotes(body);
  // Other links to footnotes and back lead nowhere here.
  for (const link of body.querySelectorAll('a[href*="#_ftn"]')) link.remove();
  const tree = toMdast(fromDom(body), {
    // Pictures are on the other computer.
    handlers: {u: (state, node) => state.all(node), img: () => undefined},
    nodeHandlers: {comment: () => undefined},
  }) as Root;
  // The title of a page is a field of its own: the highest headings of its text are those of sections.
  for (const node of tree.children) if (node.type === 'heading' && node.depth === 1) node.depth = 2;
  return toText.stringify(tree).trim().replace(NEEDLESS_ESCAPE_RE, '');
}

/** A footnote that links to its source becomes that link, at its mark. */
function linkFootnotes(body: HTMLElement): void {
  for (const mark of body.querySelectorAll('a[href*="#_ftn"]:not([href*="#_ftnref"])')) {
    const name = mark.getAttribute('href')?.split('#')[1] ?? '';
    const note = body.querySelector(`[name="${CSS.escape(name)}"]`)?.closest('p');
    const link = note?.querySelector('a[href^="http"]');
    if (!note || !link) continue;
    const title = note.textContent.replace(mark.textContent, '').replace(link.textContent, '');
    link.textContent = title.replace(/^\W+|[\s,:;.(]+$/g, '') || link.textContent;
    mark.replaceWith(' (', link, ')');
    note.remove();
  }
}

/** Word writes lists as paragraphs, each with its level and a sign that is hidden from other programs. */
function restoreLists(body: HTMLElement): void {
  let lists: Element[] = [];
  for (const item of body.querySelectorAll('p[class*="MsoListParagraph"]')) {
    const sign = item.querySelector('[style*="mso-list"]');
    const level = Number(/level(\d)/.exec(item.getAttribute('style') ?? '')?.[1] ?? 1);
    if (item.previousElementSibling !== lists[0]) lists = [];
    lists.length = Math.min(lists.length, level);
    if (lists.length < level) {
      const list = document.createElement(/^\s*\d/.test(sign?.textContent ?? '') ? 'ol' : 'ul');
      const outer = lists.at(-1)?.lastElementChild;
      if (outer) outer.append(list);
      else item.before(list);
      lists.push(list);
    }
    sign?.remove();
    const entry = document.createElement('li');
    entry.append(...item.childNodes);
    lists.at(-1)?.append(entry);
    item.remove();
  }
}

/** A table in Markdown has a row of headings; Word does not say that its first row is one. */
function nameColumns(body: HTMLElement): void {
  for (const {rows} of body.querySelectorAll<HTMLTableElement>('table:not(:has(th))')) {
    for (const cell of [...(rows[0]?.cells ?? [])]) {
      cell.outerHTML = cell.outerHTML.replace(/^<td/, '<th').replace(/td>$/, 'th>');
    }
  }
}
