import {expect, test} from 'vitest';
import {labelFault} from '../../../src/language/labels.ts';
import {textOf} from '../../../src/language/text.ts';

test('a text of a publisher replaces that of the catalogue, plain, with arguments or in a list', () => {
  const labels = {
    'names.home': 'Start',
    'counts.pages': '{count, plural, =0 {no page} one {# leaf} other {# leaves}}',
    'follow.steps.1': 'Paste it.',
    'home.read': "Read '{'it'}'",
  };
  const text = textOf({language: 'en-GB', labels});
  expect(text.names.home).toBe('Start');
  expect([0, 1, 1200].map((count) => text.counts.pages({count}))).toEqual(['no page', '1 leaf', '1,200 leaves']);
  expect(text.follow.steps[1]).toBe('Paste it.');
  expect(text.home.read).toBe('Read {it}');
  expect(textOf({language: 'cy', labels: {'names.home': 'Cartref'}}).names).toMatchObject({
    home: 'Cartref',
    guidance: 'Canllawiau',
  });
  expect(textOf({language: 'en-GB'}).names.home).toBe('Home');
});

test.each([
  ['names.home', 'Start', undefined],
  ['counts.pages', 'pages', undefined],
  ['names.hone', 'Start', 'is not the key of a text, expected `names.home`'],
  ['constructor', 'Start', 'is not the key of a text, expected a key of the catalogue'],
  ['counts.pages', '{cuont} pages', 'holds `{cuont}`, expected `{count}`'],
  ['names.home', '{title}', 'holds `{title}`, expected text without arguments'],
  ['frame.contact', 'Write to <b/>', 'holds `<b>`, expected `<a>`'],
  [
    'names.home',
    'Start {',
    'is not in ICU MessageFormat (expect argument closing brace), expected a text such as `Home`',
  ],
])('%s: %s', (key, text, fault) => {
  expect(labelFault(key, text)).toBe(fault);
});
