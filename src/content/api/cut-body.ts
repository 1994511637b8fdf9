import {Parser} from 'htmlparser2';
import {escapeMarkup} from '../escape-markup.ts';

/** What holds the author's words on a built page. */
const WORDS = 'prose';

/** Elements that lead elsewhere, with the attribute that says where. */
const LEADING: Readonly<Record<string, string>> = {a: 'href', img: 'src'};

/**
 * The author's words of a built page as HTML; links and pictures get full addresses, counted from the page's own.
 *
 * @throws {Error} where the page holds no such words.
 */
export function cutBody(html: string, pageUrl: string): string {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  let isDone = false;
  // A tree of each page would take ten times as long.
  const parser = new Parser({
    onopentag(name, attributes) {
      if (isDone) return;
      if (depth > 0) {
        // Void elements close at once, so that every element counts.
        depth += 1;
        const key = LEADING[name] ?? '';
        const target = attributes[key];
        if (target === undefined || !isRelative(target, pageUrl)) return;
        const url = new URL(target, pageUrl).href;
        parts.push(html.slice(from, parser.startIndex), openTag(name, {...attributes, [key]: url}));
        from = parser.endIndex + 1;
      } else if (attributes.class?.split(' ').includes(WORDS)) {
        depth = 1;
        from = parser.endIndex + 1;
      }
    },
    onclosetag() {
      if (isDone || depth === 0) return;
      depth -= 1;
      if (depth > 0) return;
      isDone = true;
      parts.push(html.slice(from, parser.startIndex));
    },
  });
  parser.end(html);
  if (!isDone) throw new Error(`page at ${pageUrl} has no element \`.${WORDS}\`, expected the author's words`);
  return parts.join('').trim();
}

/** An address that no browser could follow stays as it is: the check of links tells of it. */
function isRelative(target: string, pageUrl: string): boolean {
  return !URL.canParse(target) && URL.canParse(target, pageUrl);
}

function openTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
  return `<${name}${written.join('')}>`;
}
