import {expect, test} from 'vitest';
import {cutBody} from '../../../src/content/api/cut-body.ts';

const PAGE = 'https://flood.example/flood/toolkit/homes/';

const page = (words: string) => `<main><article><div class="prose">${words}</div><p>foot</p></article></main>`;

test('the words come without what is around them, however deep they lie', () => {
  expect(cutBody(page('<p>One<br>two</p><div><div>deep</div></div>\n'), PAGE)).toBe(
    '<p>One<br>two</p><div><div>deep</div></div>',
  );
  expect(cutBody('<div class="wide prose"><hr>Words</div><div class="prose">no</div>', PAGE)).toBe('<hr>Words');
});

test.each([
  ['<a href="#why">x</a>', `<a href="${PAGE}#why">x</a>`],
  [
    '<a class="b" href="/flood/a/?q=1&amp;r=2">x</a>',
    '<a class="b" href="https://flood.example/flood/a/?q=1&amp;r=2">x</a>',
  ],
  ['<a href="../boats/">x</a>', '<a href="https://flood.example/flood/toolkit/boats/">x</a>'],
  [
    '<img alt="A &quot;weir&quot;" src="/flood/w.png">',
    '<img alt="A &quot;weir&quot;" src="https://flood.example/flood/w.png">',
  ],
  ['<a href="https://other.example">x</a>', '<a href="https://other.example">x</a>'],
  ['<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'],
  ['<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>', '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>'],
])('addresses are full: %s', (words, expected) => {
  expect(cutBody(page(words), PAGE)).toBe(expected);
});

test('a page without words is a fault of the build', () => {
  expect(() => cutBody('<p>Words</p>', PAGE)).toThrow('has no element `.prose`');
});
