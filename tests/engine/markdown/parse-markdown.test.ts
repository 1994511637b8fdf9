import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {expect, test} from 'vitest';
import {markdownParser} from '../../../src/markdown/parse-markdown.ts';

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
  expect(markdownParser.parse(text)).toEqual(plain.parse(text));
});
