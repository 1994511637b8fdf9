import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {expect, test} from 'vitest';
import {markdownParser, markdownProcessor} from '../../../src/markdown/parse-markdown.ts';

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
  '---\ntitle: www.flood.example\n---\n\n::chart{id="www.flood.example"}\n\n~~www.flood.example~~\n',
];

test.each(TEXTS)('addresses become links just as the packages make them: %j', (text) => {
  expect(markdownParser.parse(text)).toEqual(plain.parse(text));
});

test.each([
  'No address, but <https://ford.example>, www.ford.example and https://ford.example/a_b_ in text.',
  'Write to boats@ford.example, or to <oars@ford.example>.\n\n| a_b@ford.example | b |\n| --- | --- |\n| ~~c~~[^1] | d |\n\n[^1]: e\n',
  '- [ ] a.b-c+d_e of _f_g_ and h_i\n\n::chart{id="visits"}\n\n:::note\n\nhttp://a.b\n\n:::\n',
])('a text without an e-mail address is parsed as if one were looked for: %#', (text) => {
  expect(markdownParser.parse(text)).toEqual(markdownProcessor.parse(text));
});
