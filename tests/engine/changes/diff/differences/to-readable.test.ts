import {expect, test} from 'vitest';
import {diffPages} from '../../../../../src/changes/diff/diff-pages.ts';
import {renderDiffHtml} from '../../../../../src/changes/diff/render/render-diff-html.ts';
import {pageText} from '../../../support/diff/differences.ts';

/** What is shown of each change, `-words-` and `+words+`. */
function shown(before: string | undefined, after: string): string[] {
  const html = renderDiffHtml(diffPages(before === undefined ? undefined : pageText(before), pageText(after)));
  const texts = html
    .replace(/<span class="visually-hidden">.*?<\/span>/g, '')
    .replace(/<\/?del>/g, '-')
    .replace(/<\/?ins>/g, '+')
    .matchAll(/<\/h3>\n(?:<p class="next-edit">.*\n)?([\s\S]*?)<\/div>/g);
  return [...texts].map(([, text = '']) => text.replace(/<[^>]+>/g, '').trim());
}

test.each([
  [
    'of a link with other words and another address the words',
    '[A plan](https://a.example/) of us.',
    '[Some law](https://b.example/) of us.',
    ['-A plan- +Some law+ of us.'],
  ],
  [
    'a link that was put on words that stayed too',
    'See a guide now.',
    'See [a guide](https://b.example/) now.',
    ['See a guide +(https://b.example/)+ now.'],
  ],
  [
    'a page of the toolkit is shown by its path',
    'See [a guide](a.md) now.',
    'See [a guide](../boats/b.md#oars) now.',
    ['See a guide -(a)- +(boats/b#oars)+ now.'],
  ],
  [
    'a source that came is shown by its title',
    '---\ncost: £3\n---\n',
    '---\ncost: £3\nsources:\n  - {title: Why, year: 2020, url: "https://b.example/"}\n---\n',
    ['+Why 2020+'],
  ],
])('%s', (_, before, after, edits) => {
  expect(shown(before, after)).toEqual(edits);
});

test.each([
  [
    'See [the mill](https://mill.example/a), [oars](../oars.md#how) and [this](#this "So").',
    'See the mill, oars and this.',
  ],
  ['Pay (now) by [mail](mailto:ford@ford.example) (or/and so).', 'Pay (now) by mail (or/and so).'],
])('what moved is shown without addresses: %s', (line, expected) => {
  const [first, ...others] = [line, 'We row each day.', 'We dig each night.'].map((text) => `${text}\n\n`);
  expect(shown(`${first}${others.join('')}`, `${others.join('')}${first}`)).toEqual([`${expected}\nIt has moved.`]);
});
