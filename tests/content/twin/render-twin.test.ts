import {expect, test} from 'vitest';
import {apiSource} from '../../../src/content/api/api-source.ts';
import {allPages} from '../../../src/content/toolkit.ts';
import {renderLlms} from '../../../src/content/twin/render-llms.ts';
import {renderTwin} from '../../../src/content/twin/render-twin.ts';
import {page, toolkitWith} from '../../support/sound-toolkit.ts';

const SITE = {url: 'https://flood.example', baseUrl: '/flood/'};

/** The twin of a page with these words, and whatever stands in its front matter. */
function twinOf(words: string, {more = '', html = ''} = {}): string {
  const text = page('Homes', more).replace('Words.', words);
  const toolkit = toolkitWith({'docs/priorities/homes.md': text});
  const entry = allPages(toolkit).find(({id}) => id === 'priorities/homes');
  if (!entry) throw new Error('the page breaks its schema');
  return renderTwin(entry, {source: apiSource(SITE, toolkit, '2026-11-24'), today: '2026-11-24', html});
}

test.each([
  ['[a](../index.md)', '[a](https://flood.example/flood/toolkit/)'],
  ['[a](homes.md#why)', '[a](https://flood.example/flood/toolkit/priorities/homes/#why)'],
  ['[a](#why)', '[a](https://flood.example/flood/toolkit/priorities/homes/#why)'],
  ['[a](/case-studies/?priority=homes)', '[a](https://flood.example/flood/case-studies/?priority=homes)'],
  ['[a](https://other.example/b)', '[a](https://other.example/b)'],
  ['[a][b]\n\n[b]: ../index.md', '[b]: https://flood.example/flood/toolkit/'],
])('%s leads to a full address', (words, expected) => {
  expect(twinOf(words)).toContain(`\n${expected}\n`);
});

test('a picture leads to where it is served, and a small one, which is part of the page, is its words', () => {
  const html = `<img src="/flood/assets/images/weir-${'0a'.repeat(16)}.webp">`;
  expect(twinOf('![A weir](images/weir.webp)', {html})).toContain(
    `![A weir](https://flood.example/flood/assets/images/weir-${'0a'.repeat(16)}.webp)`,
  );
  expect(twinOf('[![Go](images/go.webp)](../index.md)', {html})).toContain(
    '[Go](https://flood.example/flood/toolkit/)',
  );
});

test('what is for editors alone stays out, and what only looks like a directive stays in', () => {
  const twin = twinOf(
    '<!-- check-ignore no-long-sentence: so it is -->\nThe bus leaves at 10:30.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |',
  );
  expect(twin).not.toContain('check-ignore');
  expect(twin).toContain('leaves at 10:30.');
  expect(twin).toContain('| A | B |\n| - | - |\n| 1 | 2 |');
});

test('a withdrawn page says so before its words, with what to read instead', () => {
  const twin = twinOf('Words.', {
    more: 'withdrawn: {on: 2026-11-20, why: The river is elsewhere., replaced_by: index}\n',
  });
  expect(twin).toContain('This page was withdrawn on 20 November 2026. The river is elsewhere.');
  expect(twin).toContain('Read instead: [Start](https://flood.example/flood/toolkit/)');
});

test('the list of pages offers none that was withdrawn, and says what is promised', () => {
  const more = 'withdrawn: {on: 2026-11-20, why: The river is elsewhere.}\n';
  const llms = renderLlms(toolkitWith({'docs/priorities/old.md': page('Old', more)}), SITE);
  expect(llms).toMatch(/^# Ready for the river: Good practice\n\n> How villages prepare/);
  expect(llms).toContain(
    '- [Homes](https://flood.example/flood/toolkit/priorities/homes/index.html.md): What the page',
  );
  expect(llms).not.toContain('/old/');
  expect(llms).toContain('No page changes without a public note');
});
