import type {Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {expect, test} from 'vitest';
import {fingerprintText} from '../../../../src/content/markdown/fingerprint-text.ts';
import {markdownParser} from '../../../../src/content/markdown/parse-markdown.ts';
import {parsePage} from '../../../../src/content/markdown/parsed-page.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';

/** The same set of packages, as they come. */
const plain = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkFrontmatter).freeze();

const TEXTS = [
  'Words alone, and [a link](https://flood.example/).',
  'See https://flood.example/a_b and HTTP://FLOOD.EXAMPLE, or www.flood.example.',
  'See _www.flood.example_, Www.flood.example/a and (https://flood.example).',
  'Write to clerk@flood.example, clerk&#64;flood.example or mailto:clerk@flood.example.',
  'Write to xmpp:clerk@flood.example/home, or _clerk@flood.example_.',
  '| See |\n| --- |\n| www.flood.example |\n| h&#116;tps://flood.example |',
  '- a\\@flood.example\n- a @ b\n\n[^1]: www.flood.example\n',
  'a.b-c+d_e of _f_g_ and h_i, or <https://flood.example/a_b>.\n\n| ~~c~~[^1] |\n| --- |\n\n[^1]: e\n',
  '---\ntitle: www.flood.example\n---\n\n::chart{id="www.flood.example"}\n\n~~www.flood.example~~\n',
];

test.each(TEXTS)('addresses become links just as the packages make them: %j', (text) => {
  expect(withoutData(markdownParser.parse(text))).toEqual(withoutData(plain.parse(text)));
});

/** A tree without what our parser notes for itself: the places of destinations. */
function withoutData(tree: Root): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'data' ? undefined : value)));
}

const FRONT = '---\ntitle: Boats\n---\n';

test.each([
  `${FRONT}\nWords.\n\n## Boats {#boats}\n\n[a]: b\n`,
  `${FRONT}---\nnot: front matter\n---\n\nWords.\n`,
  `${FRONT}    code\n`,
  `---\r\ntitle: Boats\r\n---\r\n\r\nWords.\r\n`,
  `\uFEFF${FRONT}\nWords.\n`,
  `---  \ntitle: Boats\n---\t\n\n::chart{id="visits"}\n`,
  '---\n---\n\nWords.\n',
  'Words without front matter.\n',
  `${FRONT}`,
])('the body of a page that was just parsed is the body as parsed alone: %j', (text) => {
  const {document} = readDocument('docs/boats.md', text);
  const alone = fingerprintText({frontMatter: undefined, body: document.body});
  parsePage('page', document);
  expect(fingerprintText({...document, frontMatter: undefined})).toBe(alone);
  // A chart adds a table to the body, and not to the text.
  const longer = {frontMatter: undefined, body: `${document.body}\n\n| a |\n| --- |\n`};
  expect(fingerprintText({...document, ...longer})).toBe(fingerprintText(longer));
});
