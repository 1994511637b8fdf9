import {z} from 'zod';
import {guidanceVocabularies, type WithVocabularies} from './schemas/vocabulary-schema.ts';

/** The colours of a toolkit that chooses none. */
const DEFAULTS = {
  light: {
    paper: '#fcf9f3',
    panel: '#f4eee2',
    ink: '#231f1a',
    ink_soft: '#574e43',
    rule: '#d8cdb9',
    edge: '#857a69',
    accent: '#0a5468',
    visited: '#67345f',
    mark: '#ffe9a8',
    came: '#dff0e0',
    gone: '#fbe3df',
    focus: '#231f1a',
    focus_glow: '#ffc94d',
  },
  dark: {
    paper: '#14181a',
    panel: '#1e2427',
    ink: '#ece7dd',
    ink_soft: '#b9b2a5',
    rule: '#3a4347',
    edge: '#7f898c',
    accent: '#86d0e4',
    visited: '#d9b3d6',
    mark: '#5c4a12',
    came: '#1c3d24',
    gone: '#4a211d',
    focus: '#ffffff',
    focus_glow: '#b07400',
  },
} as const;

type Mode = keyof typeof DEFAULTS;
type Colours = Partial<Record<Token, string | undefined>>;
type Token = keyof (typeof DEFAULTS)[Mode];

const colourSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, {error: 'expected a colour in six hexadecimal digits, `#0a5468`', abort: true})
  .transform((colour) => colour.toLowerCase());

const coloursSchema = z.strictObject({
  paper: colourSchema.optional().describe('The background of pages.'),
  panel: colourSchema.optional().describe('The background of boxes.'),
  ink: colourSchema.optional().describe('Text.'),
  ink_soft: colourSchema.optional().describe('Text that is less important, such as dates.'),
  accent: colourSchema.optional().describe('Links, buttons and charts.'),
  visited: colourSchema.optional().describe('Links that the reader has followed.'),
  edge: colourSchema.optional().describe('The borders of fields and buttons.'),
  focus: colourSchema.optional().describe('The line around the element that the keyboard is on.'),
});

/** WCAG 2.2: 1.4.6 for the text of pages, 1.4.3 for other text, 1.4.11 for borders and focus. */
const BODY_TEXT = 7;
const TEXT = 4.5;
const SHAPE = 3;

/** The colours that meet on a page, with the least contrast between them. */
const PAIRS: readonly (readonly [on: Token, under: Token, least: number])[] = [
  ['ink', 'paper', BODY_TEXT],
  ['ink', 'panel', BODY_TEXT],
  ['ink_soft', 'paper', BODY_TEXT],
  ['ink_soft', 'panel', TEXT],
  ...(['accent', 'visited'] as const).flatMap((on) => [[on, 'paper', TEXT] as const, [on, 'panel', TEXT] as const]),
  // Changed text, and what a search found.
  ['ink', 'came', BODY_TEXT],
  ['ink', 'gone', BODY_TEXT],
  ['ink', 'mark', TEXT],
  ['edge', 'paper', SHAPE],
  ['edge', 'panel', SHAPE],
  ['focus', 'paper', SHAPE],
  ['focus', 'panel', SHAPE],
];

/** Fonts that computers and phones have: a site loads none. */
const FONTS = {
  system: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  'old-style': '"Iowan Old Style", Charter, "Palatino Linotype", Palatino, Georgia, "Noto Serif", serif',
  transitional: 'Charter, "Bitstream Charter", "Sitka Text", Cambria, serif',
  humanist: 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif',
  geometric: 'Avenir, Montserrat, Corbel, "URW Gothic", sans-serif',
} as const;

const familySchema = z.enum(Object.keys(FONTS) as (keyof typeof FONTS)[]);

/** A font that the site sends; a page that gets it too late keeps the family that computers have. */
const fontFileSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[\w -]+$/, {error: 'expected letters, digits, spaces and hyphens'})
    .describe('The name of the font.'),
  file: z
    .string()
    .regex(/^[\w-]+(?:[./][\w-]+)*\.woff2$/, {error: 'expected the path of a font in `static/`, `fonts/name.woff2`'})
    .describe('A font in `static/`, best a variable one with few characters: `fonts/name.woff2`.'),
  fallback: familySchema.default('old-style').describe('What readers see until the font is there.'),
});

const fontSchema = z.union([familySchema, fontFileSchema]);

type Font = z.output<typeof fontSchema>;

export const themeSchema = z
  .strictObject({
    colours: z
      .strictObject({
        light: coloursSchema.default({}).describe('The colours of the light theme.'),
        dark: coloursSchema.default({}).describe('The colours of the dark theme.'),
      })
      .prefault({})
      .describe('Colours, each as `#0a5468`. Their contrast is checked. Leave out those that you do not change.'),
    logo: z
      .string()
      .regex(/^[\w-]+(?:[./][\w-]+)*\.(?:svg|png|webp|jpe?g)$/, {
        error: 'expected the path of a picture in `static/`, `logo.svg`',
      })
      .optional()
      .describe('A picture in `static/`, shown before the title on every page: `logo.svg`.'),
    fonts: z
      .strictObject({
        headings: fontSchema.default('old-style').describe('The fonts of headings.'),
        text: fontSchema.default('system').describe('The fonts of all other text.'),
      })
      .prefault({})
      .describe('Families of fonts that readers already have, or a font in `static/`.'),
  })
  .superRefine(({colours}, {addIssue}) => {
    for (const mode of ['light', 'dark'] as const) {
      const [chosen, all]: [Colours, Record<Token, string>] = [colours[mode], coloursOf(colours, mode)];
      for (const [on, under, least] of PAIRS) {
        const ratio = contrast(all[on], all[under]);
        if (ratio >= least) continue;
        const [changed, other] = chosen[on] === undefined ? [under, on] : [on, under];
        const message = `holds \`${all[changed]}\`, which has a contrast of ${floor(ratio)}:1 with \`${other}\` (\`${all[other]}\`), expected at least ${least}:1`;
        addIssue({code: 'custom', path: ['colours', mode, changed], message});
      }
    }
  })
  .prefault({});

export type Theme = z.output<typeof themeSchema>;

function coloursOf(colours: Theme['colours'], mode: Mode): Record<Token, string> {
  const chosen: Colours = colours[mode];
  const all = Object.entries(DEFAULTS[mode]).map(([token, colour]) => [token, chosen[token as Token] ?? colour]);
  return Object.fromEntries(all) as Record<Token, string>;
}

/** Rounded down, so that no ratio looks sufficient that is not. */
function floor(ratio: number): number {
  return Math.floor(ratio * 100) / 100;
}

/** The contrast of two colours, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(first: string, second: string): number {
  const [lighter = 0, darker = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A colour of the light theme, for programs that show the site. */
export function lightColour({colours}: Theme, token: Token): string {
  return coloursOf(colours, 'light')[token];
}

interface Themed extends WithVocabularies {
  theme: Theme;
  url: string;
  baseUrl: string;
}

/** The style sheet with the colours and fonts of a toolkit, as custom properties, and the colour of each term. */
export function themeStyles({theme: {colours, fonts}, vocabularies, url, baseUrl}: Themed): string {
  const [light, dark] = (['light', 'dark'] as const).map((mode) =>
    [
      `color-scheme: ${mode};`,
      ...Object.entries(coloursOf(colours, mode)).map(([token, colour]) => `--${token.replace('_', '-')}: ${colour};`),
    ].join(' '),
  );
  return [
    ...Object.values(fonts).flatMap((font) => fontFace(font, baseUrl)),
    `:root { ${light} --site: "${url}"; --font-headings: ${familyOf(fonts.headings)}; --font-text: ${familyOf(fonts.text)}; }`,
    `@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }`,
    // The reader's own choice.
    `:root[data-theme="dark"] { ${dark} }`,
    ...guidanceVocabularies({vocabularies}).flatMap(({terms}, index) =>
      termHues(terms.length, index).map(([onLight, onDark], term) => {
        return `[data-term="${terms[term]?.id}"] { --term: light-dark(${onLight}, ${onDark}); }`;
      }),
    ),
    '',
  ].join('\n');
}

/** The font files in `static/`, which pages load before their style sheets so that the first view has them. */
export function fontFiles({fonts}: Theme): string[] {
  return [...new Set(Object.values(fonts).flatMap((font) => (typeof font === 'string' ? [] : [font.file])))];
}

/** The bundler leaves the address as it is: with a file of its own it would compile every style sheet in each build. */
function fontFace(font: Font, baseUrl: string): string[] {
  if (typeof font === 'string') return [];
  return [
    `@font-face { font-family: "${font.name}"; src: /* webpackIgnore: true */ url("${baseUrl}${font.file}") format("woff2"); font-weight: 100 900; font-display: optional; }`,
  ];
}

function familyOf(font: Font): string {
  return typeof font === 'string' ? FONTS[font] : `"${font.name}", ${FONTS[font.fallback]}`;
}

/** Lightness by turns, so that neighbours differ for readers who see few hues. */
const LIGHTNESS = [
  [0.44, 0.8],
  [0.51, 0.72],
  [0.38, 0.87],
] as const;

/**
 * A colour for each term of a vocabulary, round the wheel, as `oklch()` on light and on dark pages. The first
 * vocabulary has the strong colours. Names stand beside colours everywhere, so that nobody needs to tell them apart.
 */
function termHues(count: number, vocabulary: number): (readonly [onLight: string, onDark: string])[] {
  const chroma = vocabulary === 0 ? 0.11 : 0.045;
  return Array.from({length: count}, (_, index) => {
    const hue = Math.round((30 + (360 * index) / count) % 360);
    const [onLight, onDark] = LIGHTNESS[index % LIGHTNESS.length] ?? LIGHTNESS[0];
    return [`oklch(${onLight} ${chroma} ${hue})`, `oklch(${onDark} ${chroma} ${hue})`];
  });
}
