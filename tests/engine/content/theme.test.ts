import {expect, test} from 'vitest';
import {resolveVocabularies, vocabularySchema} from '../../../src/content/schemas/vocabulary-schema.ts';
import {fontFiles, lightColour, themeSchema, themeStyles} from '../../../src/content/theme.ts';

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
  for (const file of ['https://elsewhere.example/a.woff2', '../a.woff2', 'a.ttf'])
    expect(faults({fonts: {headings: {name: 'A', file}}})).toHaveLength(1);
  expect(faults({fonts: {headings: {name: 'Source Serif 4', file: 'fonts/source-serif.woff2'}}})).toEqual([]);
});

test('the style sheet has the colours of the toolkit in both themes, and nothing else of its values', () => {
  const theme = themeSchema.parse({
    colours: {light: {accent: '#7A1F5C', paper: undefined}, dark: {accent: '#e8a0cf'}},
    fonts: {headings: 'humanist'},
  });
  const terms = [{id: 'ford', label: 'Ford'}];
  const css = themeStyles({
    theme,
    url: 'https://kit.example',
    baseUrl: '/',
    vocabularies: resolveVocabularies({
      crossings: vocabularySchema.parse({label: 'Crossings', singular: 'Crossing', terms}),
    }),
  });
  expect(css).toMatch(/\[data-term="ford"\] \{ --term: light-dark\(oklch\(.*\), oklch\(.*\)\); \}/);
  expect(css.match(/--accent: #7a1f5c;/g)).toHaveLength(1);
  // For the system's setting, and for the reader's own.
  expect(css.match(/--accent: #e8a0cf;/g)).toHaveLength(2);
  expect(css).toContain('--paper: #fcf9f3;');
  expect(css).toContain('--font-headings: Seravek,');
  expect(lightColour(theme, 'accent')).toBe('#7a1f5c');
});

test('a font of the toolkit is sent with the site, before the family that readers see until it is there', () => {
  const theme = themeSchema.parse({fonts: {headings: {name: 'High Water', file: 'fonts/high-water.woff2'}}});
  const css = themeStyles({theme, vocabularies: [], url: 'https://kit.example', baseUrl: '/kit/'});
  expect(css).toContain('url("/kit/fonts/high-water.woff2") format("woff2")');
  expect(css).toContain('font-display: optional');
  expect(fontFiles(theme)).toEqual(['fonts/high-water.woff2']);
  expect(css).toContain('--font-headings: "High Water", "Iowan Old Style"');
});

test('the colours of the terms of vocabularies can be read on both papers, and neighbours differ in lightness', () => {
  const theme = themeSchema.parse({});
  for (const count of [1, 9, 10, 24]) {
    const terms = Array.from({length: count}, (_, index) => ({id: `ford-${index}`, label: `Ford ${index}`}));
    const named = (label: string) => vocabularySchema.parse({label: `${label}s`, singular: label, terms});
    const vocabularies = resolveVocabularies({crossings: named('Crossing'), fords: named('Ford')});
    const hues = [
      ...themeStyles({theme, vocabularies, url: 'https://kit.example', baseUrl: '/'}).matchAll(
        /--term: light-dark\((.+?\)), (.+?\))\)/g,
      ),
    ];
    expect(new Set(hues.map(String)).size).toBe(2 * count);
    for (const [, onLight = '', onDark = ''] of hues) {
      for (const paper of ['#fcf9f3', '#f4eee2']) expect(ratio(onLight, paper), onLight).toBeGreaterThan(4.5);
      for (const paper of ['#14181a', '#1e2427']) expect(ratio(onDark, paper), onDark).toBeGreaterThan(4.5);
    }
    const lightness = hues.slice(0, count).map(([, onLight = '']) => onLight.split(' ')[0]);
    for (const [index, light] of lightness.slice(1).entries()) expect(light).not.toBe(lightness[index]);
  }
});

/** The contrast of `oklch()` with a colour in hexadecimal digits, by https://www.w3.org/TR/css-color-4/#color-conversion-code. */
function ratio(oklch: string, hex: string): number {
  const [l = 0, c = 0, h = 0] = oklch.match(/[\d.]+/g)?.map(Number) ?? [];
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const [long, medium, short] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ] as const;
  const linear = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
  const other = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [lighter = 0, darker = 0] = [linear, other].map(luminance).sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return 0.2126 * within(red) + 0.7152 * within(green) + 0.0722 * within(blue);
}
