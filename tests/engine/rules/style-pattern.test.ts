import {expect, test} from 'vitest';
import {applyEdits} from '../../../src/content/markdown/edit/apply-edits.ts';
import {parsePage} from '../../../src/content/markdown/parsed-page.ts';
import {noWritingSlip} from '../../../src/rules/prose/no-writing-slip.ts';
import {requireDateStyle} from '../../../src/rules/prose/require-date-style.ts';
import {requireNumberStyle} from '../../../src/rules/prose/require-number-style.ts';
import type {PageRule} from '../../../src/rules/rule.ts';
import {findPatterns} from '../../../src/rules/text/style-pattern.ts';
import {pageOf} from '../support/toolkits/sound-toolkit.ts';

const WEIRS = [{find: /weirs?/gu, instead: () => ({expected: 'fords', isSafe: true})}];

function find(words: string) {
  const {kind, document} = pageOf(words);
  return {text: document.text, found: findPatterns(parsePage(kind, document), WEIRS)};
}

test('a finding is at its letters, also after escapes, entities and indents', () => {
  const {text, found} = find('- Mills \\* &amp;\n  the **weir**, and a [weir](w.md)');
  const lines = text.split('\n');
  expect(
    found.map(({place, end}) => lines[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1, (end?.column ?? 0) - 1)),
  ).toEqual(['weir', 'weir']);
});

test('an edit never takes out the marks inside a phrase', () => {
  const {found} = find('The we**ir** is high.');
  expect(found).toHaveLength(1);
  expect(found[0]?.edit).toBeUndefined();
});

test('front matter is fixed inside its quotation marks', () => {
  const {text, found} = find('---\ntitle: "Mill: the weir"\ndescription: >-\n  The\n  weir.\n---\nWords.\n');
  expect(found.map(({place}) => place)).toEqual([
    {line: 2, column: 19},
    {line: 3, column: 14},
  ]);
  const edits = found.flatMap(({edit}) => edit ?? []);
  expect(applyEdits(text, edits)).toContain('title: "Mill: the fords"\n');
});

test.each<[PageRule, string, string]>([
  [requireDateStyle, 'On November 24th, 2026 at 5.30pm.', 'On 24 November 2026 at 5:30pm.'],
  [requireDateStyle, 'On the 24th of November, on 03/04/2026.', 'On the 24th of November, on 03/04/2026.'],
  [requireDateStyle, 'On the 1st and 2nd November, between 3-5 May.', 'On the 1st and 2nd November, between 3-5 May.'],
  [requireDateStyle, 'By March 12 2000 people had come.', 'By March 12 2000 people had come.'],
  [
    requireNumberStyle,
    'At Mill Barn 10000 homes had £5 m each, or £1.2345k.',
    'At Mill Barn 10000 homes had £5 m each, or £1.2345k.',
  ],
  [
    requireNumberStyle,
    '---\noutcomes: [{figure: 10000 homes}]\n---\nOf 10000 homes.\n',
    'outcomes: [{figure: 10000 homes}]',
  ],
  [noWritingSlip, 'Clerks logged in in 2016 at the the ford.', 'Clerks logged in in 2016 at the ford.'],
  [requireNumberStyle, 'It cost £0.5m, £1,114m or £5-10.', 'It cost £500,000, £1,114 million or £5-10.'],
])('$0.id fixes only what is safe: $1', (rule, before, after) => {
  const {kind, document} = pageOf(before);
  const edits = rule.check(parsePage(kind, document), undefined as never).flatMap(({edit}) => edit ?? []);
  expect(applyEdits(document.text, edits)).toContain(`\n${after}\n`);
});
