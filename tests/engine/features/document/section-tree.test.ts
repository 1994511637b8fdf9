import {toHtml} from 'hast-util-to-html';
import {h} from 'hastscript';
import {expect, test} from 'vitest';
import {sectionTree} from '../../../../src/features/document/section-tree.ts';

const anchorOf = (id: string) => `homes__${id}`;
const render = (...children: Parameters<typeof h>[2][]) => toHtml(sectionTree(h(null, ...children), anchorOf));

test('headings are one level lower, and never lower than HTML has them', () => {
  expect(render(h('h2#first', 'First'), h('h6', 'Last'))).toBe('<h3 id="homes__first">First</h3><h6>Last</h6>');
});

test('references to elements follow their ids, and a component keeps the name of what it shows', () => {
  const note = h('a', {ariaDescribedBy: ['label', 'note']}, 'Note');
  const tree = sectionTree(h(null, note, {...h('figure#visits'), tagName: 'Chart'}), anchorOf);
  expect(toHtml(tree)).toBe('<a aria-describedby="homes__label homes__note">Note</a><Chart id="visits"></Chart>');
});

test('print spells out an outside address once', () => {
  const link = () => h('a', {href: 'https://elsewhere.example/'}, 'a');
  const within = h('a', {href: '#first'}, 'b');
  expect(render(link(), link(), within, {...within})).toBe(
    '<a href="https://elsewhere.example/">a</a><a href="https://elsewhere.example/" class="spelled-out">a</a>' +
      '<a href="#first">b</a><a href="#first">b</a>',
  );
});
