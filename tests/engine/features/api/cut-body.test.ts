import {load} from 'cheerio';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {cutBody} from '../../../../src/features/api/content-items.ts';
import {escapeMarkup} from '../../../../src/format/html.ts';

const PAGE = 'https://flood.example/flood/toolkit/homes/';

const page = (words: string) => `<main><article><div class="prose">${words}</div><p>foot</p></article></main>`;

test.each([
  ['<a href="#why">x</a>', `<a href="${PAGE}#why">x</a>`],
  [
    '<a class="b" href="/flood/a/?q=1&amp;r=2">x</a>',
    '<a class="b" href="https://flood.example/flood/a/?q=1&amp;r=2">x</a>',
  ],
  ['<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'],
])('addresses are full: %s', (words, expected) => {
  expect(cutBody(page(words), PAGE)).toBe(expected);
});

/** Words that are marks of HTML, or would end the element that holds them. */
const MARKS = [
  '</div>',
  '<div class="prose">',
  '<!--',
  '-->',
  '&amp;',
  '&',
  '"',
  "'",
  '<script>',
  ']]>',
  '\u202E',
  '{{',
];
const TEXT = fc
  .array(fc.oneof(fc.string({unit: 'grapheme', maxLength: 8}), fc.constantFrom(...MARKS)), {maxLength: 8})
  .map((parts) => parts.join('').toWellFormed().replaceAll('\u0000', '').replaceAll('\r', ''));

test('whatever is written in the words, in a description or an address comes out as it went in', () => {
  fc.assert(
    fc.property(TEXT, TEXT, TEXT, (text, alt, path) => {
      const src = `/flood/${encodeURIComponent(path)}.png`;
      const words = `<p>${escapeMarkup(text)}</p><img alt="${escapeMarkup(alt)}" src="${escapeMarkup(src)}">`;
      const $ = load(cutBody(page(words), PAGE), undefined, false);
      expect($.root().children().length).toBe(2);
      expect($('p').text()).toBe(text);
      expect($('img').attr('alt')).toBe(alt);
      expect($('img').attr('src')).toBe(`https://flood.example${src}`);
    }),
  );
});
