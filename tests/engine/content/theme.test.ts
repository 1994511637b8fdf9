import {expect, test} from 'vitest';
import {keysOfColours, lightColour, themeSchema, themeStyles} from '../../../src/content/theme.ts';

const faults = (theme: object) =>
  (themeSchema.safeParse(theme).error?.issues ?? []).map(({path, message}) => `${path.join('.')} ${message}`);

test.each([
  {
    what: 'a link that is too light for the page',
    colours: {light: {accent: '#7799AA'}},
    said: [
      'colours.light.accent holds `#7799aa`, which has a contrast of 2.88:1 with `paper` (`#fcf9f3`), expected at least 4.5:1',
      'colours.light.accent holds `#7799aa`, which has a contrast of 2.62:1 with `panel` (`#f4eee2`), expected at least 4.5:1',
    ],
  },
  {
    what: 'links that are just too light: 4.499 is not rounded up',
    colours: {light: {paper: '#ffffff', panel: '#ffffff', accent: '#777777'}},
    said: [expect.stringContaining('a contrast of 4.47:1'), expect.stringContaining('a contrast of 4.47:1')],
  },
  {
    what: 'links that are just dark enough',
    colours: {light: {paper: '#ffffff', panel: '#ffffff', accent: '#767676'}},
    said: [],
  },
  {
    what: 'text that would do for a link',
    colours: {light: {ink_soft: '#6b6256'}},
    said: [expect.stringContaining('a contrast of 5.69:1 with `paper` (`#fcf9f3`), expected at least 7:1')],
  },
])('the contrast of colours is checked: $what', ({colours, said}) => {
  expect(faults({colours})).toEqual(said);
});

test('colours and fonts come from short lists, and logos from the site itself', () => {
  expect(faults({colours: {light: {accent: 'red'}}})).toEqual([expect.stringContaining('six hexadecimal digits')]);
  expect(faults({colours: {light: {rule: '#000000'}}})).toHaveLength(1);
  expect(faults({fonts: {text: 'Comic Sans'}})).toHaveLength(1);
  for (const logo of ['https://elsewhere.example/logo.svg', '../logo.svg', '/logo.svg', 'logo.gif'])
    expect(faults({logo})).toEqual([expect.stringContaining('expected the path of a picture in `static/`')]);
  expect(faults({logo: 'img/the-logo.svg'})).toEqual([]);
});

test('the style sheet has the colours of the toolkit in both themes, and nothing else of its values', () => {
  const theme = themeSchema.parse({
    colours: {light: {accent: '#7A1F5C', paper: undefined}, dark: {accent: '#e8a0cf'}},
    fonts: {headings: 'humanist'},
  });
  const css = themeStyles(theme);
  expect(css.match(/--accent: #7a1f5c;/g)).toHaveLength(1);
  // For the system's setting, and for the reader's own.
  expect(css.match(/--accent: #e8a0cf;/g)).toHaveLength(2);
  expect(css).toContain('--paper: #fcf9f3;');
  expect(css).toContain('--font-headings: Seravek,');
  expect(lightColour(theme, 'accent')).toBe('#7a1f5c');
  expect(keysOfColours(theme).get('#7a1f5c')).toBe('accent');
  expect(keysOfColours(theme).get('#231f1a')).toBe('ink');
});
