import {expect, test} from 'vitest';
import {editLinks} from '../../../../src/content/markdown/edit/link-destinations.ts';

const led = (text: string) => editLinks(text, (url) => `/new/${url.length}`);

test.each([
  ['[a](<b c.md> "Title")', '[a](</new/6> "Title")'],
  ['![a [picture](x)](x(1).png)', '![a [picture](x)](/new/8)'],
  ['[r]\n\n[r]:  <b.md>\n  (Title)', '[r]\n\n[r]:  </new/4>\n  (Title)'],
  ['<https://a.example/b>', '</new/19>'],
  ['At https://a.example/b.', 'At /new/19.'],
  ['| [a](b.md) |\n| --- |\n| ![c](d.png) |', '| [a](/new/4) |\n| --- |\n| ![c](/new/5) |'],
  ['> - [a](b.md\n>   "Title")', '> - [a](/new/4\n>   "Title")'],
  ['---\ntitle: "[a](b.md)"\n---\n\n[a](b.md)', '---\ntitle: "[a](b.md)"\n---\n\n[a](/new/4)'],
])('%j leads elsewhere, and nothing else of it changes', (before, after) => {
  expect(led(before)).toBe(after);
});

test.each(['`[a](b.md)`', '    [a](b.md)\n', '```\n[a](b.md)\n```', '[a]()'])('%j holds no destination', (text) => {
  expect(led(text)).toBe(text);
});
