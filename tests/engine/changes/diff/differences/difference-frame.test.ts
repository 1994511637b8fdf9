import {expect, test} from 'vitest';
import {DIFFERENCE_FRAME, FRAME} from '../../../../../src/content/addresses/difference-addresses.ts';
import {trusted} from '../../../../../src/format/html.ts';
import {fillFrame} from '../../../../../src/site/differences/render-differences.ts';

const frame = `<title>${FRAME.title}</title><link rel="canonical" href="https://a.example/flood${DIFFERENCE_FRAME}"><a href="/flood${FRAME.parent}">${FRAME.parentName}</a><p>${FRAME.description}</p>${FRAME.body}`;

const page = {
  address: '/updates/2026-11-02/changes/approaches/wardens/',
  parent: {address: '/updates/2026-11-02/', name: 'An update'},
  title: 'A & B',
  which: 'this one',
  description: 'What.',
  body: () => trusted('<p>Text</p>'),
} as const;

test('text that looks like a place of the frame, or like a pattern, stays as it is', () => {
  const filled = fillFrame(frame, {
    ...page,
    title: `On ${FRAME.parentName} and $&`,
    parent: {...page.parent, name: '<script>'},
    description: FRAME.title,
    body: () => trusted(`<p>${FRAME.body} $1</p>`),
  });
  expect(filled).toContain(`<title>On ${FRAME.parentName} and $&amp;</title>`);
  expect(filled).toContain(`&lt;script&gt;</a><p>${FRAME.title}</p>`);
  expect(filled).toContain(`<p>${FRAME.body} $1</p>`);
});
