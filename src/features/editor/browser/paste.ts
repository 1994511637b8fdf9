import {raw} from 'hast-util-raw';
import {toMdast} from 'hast-util-to-mdast';
import type {Root} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';
import {UNWRITTEN_MARK} from '../../../content/pages/page-kinds.ts';
import {count} from '../../../format/text.ts';

const toText = unified().use(remarkGfm).use(remarkStringify, {bullet: '-', rule: '-', resourceLink: true}).freeze();

/** Signs of addresses that need no backslash: with one, checks would not know them. */
const NEEDLESS_ESCAPE_RE = /\\(?=@)|(?<=https?)\\(?=:)|(?<=www)\\(?=\.)/gi;

/** Turns what is pasted into the long texts of a form into Markdown. */
export function keepPastedMarkup(): void {
  document.addEventListener('paste', (event) => {
    const html = event.clipboardData?.getData('text/html');
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement) || !html) return;
    event.preventDefault();
    const {pasted, lost} = markdownFrom(html);
    // A heading above all others is the title, which is a field of its own.
    const [, heading = '', below = ''] = /^# (.+)\n+([\s\S]*)$/.exec(pasted) ?? [];
    const title = document.querySelector<HTMLInputElement>('input[id^="title-field"]');
    const isKnown = title === null || inSections(area, below) !== undefined || nameOf(title.value) === nameOf(heading);
    const isTitle = heading !== '' && !/^# /m.test(below) && (isKnown || title.value === '');
    const text = isTitle ? below : lowered(pasted);
    const merged = inSections(area, text);
    if (merged !== undefined) area.select();
    type(area, merged ?? text);
    if (isTitle && title?.value === '') type(title, heading);
    area.focus();
    const panel = document.getElementById('problems');
    if (panel && lost.length > 0) panel.textContent = `Not pasted: ${lost.join(' and ')}.`;
  });
}

/** In the way of typing, so that the form hears of it and the browser can undo it. */
function type(field: HTMLElement, text: string): void {
  field.focus();
  document.execCommand('insertText', false, text);
}

/**
 * The text of a page with what is pasted in the sections whose headings that has; `undefined` if it has none of them. It
 * replaces what is selected as a whole, and what nobody has written yet.
 */
function inSections({value, selectionStart, selectionEnd}: HTMLTextAreaElement, pasted: string): string | undefined {
  const isReplaced = selectionStart === 0 && selectionEnd === value.length;
  const sections = value.split(SECTION_RE);
  const names = sections.map((section) => nameOf(headingOf(section)));
  const parts = pasted.split(SECTION_RE);
  if (!parts.some((part) => part.startsWith('## ') && names.includes(nameOf(headingOf(part))))) return undefined;
  let at = 0;
  for (const part of parts.filter(Boolean)) {
    const [heading, found] = [headingOf(part), names.indexOf(nameOf(headingOf(part)))];
    if (found >= 0) at = found;
    const section = sections[at] ?? '';
    const isNew = found >= 0 && (isReplaced || section.includes(UNWRITTEN_MARK));
    const before = isNew ? headingOf(section) : section.trim();
    sections[at] = `${before}\n\n${found >= 0 ? part.slice(heading.length) : part}`;
  }
  return sections
    .map((section) => section.trim())
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n');
}

const SECTION_RE = /^(?=## )/m;
const headingOf = (section: string) => /^## .*/.exec(section)?.[0] ?? '';
const nameOf = (heading: string) =>
  heading
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The highest headings of a text are those of sections. */
function lowered(text: string): string {
  return /^# /m.test(text) ? text.replace(/^#+(?= )/gm, '#$&') : text;
}

/**
 * Markdown for what was copied from a word processor or a web page: headings, lists, tables and links stay. `lost` names
 * what does not: `2 pictures`.
 */
function markdownFrom(html: string): {pasted: string; lost: string[]} {
  const {body} = new DOMParser().parseFromString(html, 'text/html');
  const title = body.querySelector('.MsoTitle');
  title?.remove();
  restoreLists(body);
  nameColumns(body);
  linkFootnotes(body);
  const [pictures, notes] = ['img', FOOTNOTE_MARK].map((name) => body.querySelectorAll(name).length);
  const lost = [pictures ? count(pictures, 'picture') : '', notes ? count(notes, 'footnote mark') : ''].filter(Boolean);
  // Other links to footnotes and back lead nowhere here.
  for (const link of body.querySelectorAll('a[href*="#_ftn"]')) link.remove();
  const tree = toMdast(raw({type: 'raw', value: body.innerHTML}), {
    // Pictures are on the other computer.
    handlers: {u: (state, node) => state.all(node), img: () => undefined},
    nodeHandlers: {comment: () => undefined},
  }) as Root;
  const text = toText.stringify(tree).trim().replace(NEEDLESS_ESCAPE_RE, '');
  const name = title?.textContent.replace(/\s+/g, ' ').trim();
  return {pasted: name === undefined ? text : `# ${name}\n\n${lowered(text)}`, lost};
}

const FOOTNOTE_MARK = 'a[href*="#_ftn"]:not([href*="#_ftnref"])';

/** A footnote that links to its source becomes that link, at its mark. */
function linkFootnotes(body: HTMLElement): void {
  for (const mark of body.querySelectorAll(FOOTNOTE_MARK)) {
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
