import {expect, test} from 'vitest';
import {labelFault} from '../../../src/language/labels.ts';

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
