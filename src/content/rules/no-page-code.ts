import {createPlaceFinder} from '../place-finder.ts';
import type {PageFinding, PageRule} from '../rule.ts';

const PAGE = (key: string) => `---\ntitle: Floods\n${key}---\n\nWords.\n`;

/**
 * Docusaurus takes these fences away, wherever they stand, and reads what they hold as part of the page:
 * https://docusaurus.io/docs/i18n/crowdin#mdx.
 */
const UNWRAPPED_RE = /^ *`{3,4} *mdx-code-block\r?$/gm;

export const noPageCode: PageRule = {
  id: 'no-page-code',
  group: 'safety',
  summary: 'A page is text: nothing in it turns on code.',
  why: 'Code in a page would run on the machine that builds the site, before anybody has read the page.',
  good: [
    'Words about mdx, `export const a = 1` and {braces}.',
    PAGE('description: Set mdx to what it was.\n'),
    "import a from 'a';\n\nexport const a = 1;\n\n{1 + 1}",
    '```mdx\n<Tabs>\n```',
  ],
  bad: [
    PAGE('mdx:\n  format: mdx\n'),
    PAGE('"mdx": {format: detect}\n'),
    '```mdx-code-block\n<b>Words</b>\n```',
    '`````text\n  ```` mdx-code-block\n`````\n\n<b>Words</b>\n\n````',
  ],
  check: ({document}) => {
    const found: PageFinding[] = [];
    // https://docusaurus.io/docs/api/docusaurus-config#markdown: `mdx.format` overrules the site's own setting.
    if (document.frontMatter && 'mdx' in document.frontMatter) {
      found.push({
        place: document.placeOf(['mdx'], 'key'),
        problem: 'front matter holds `mdx`, which turns the page into code, expected a page of plain Markdown',
        fix: 'Remove the `mdx` lines.',
      });
    }
    const placeAt = createPlaceFinder(document.text);
    for (const {index} of document.text.matchAll(UNWRAPPED_RE)) {
      found.push({
        place: placeAt(index),
        problem: 'code block is marked `mdx-code-block`, which makes it part of the page, expected a language to show',
        fix: 'Write `text` after the fence instead.',
      });
    }
    return found;
  },
};
