import type {Node} from 'mdast';
import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {browserAddress, pageAddresses} from '../../content/markdown/page-addresses.ts';
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import {visit} from '../../content/markdown/visit.ts';
import {textOutsideCode} from '../../content/privacy/mask-text.ts';
import type {Place} from '../../content/problem.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import about from './no-lookalike-letters.json' with {type: 'json'};

/** Scripts with letters that look like Latin letters: https://www.unicode.org/reports/tr39/#Confusable_Detection. */
const ALIKE = ['Cyrillic', 'Greek', 'Armenian', 'Coptic', 'Cherokee', 'Lisu', 'Deseret'].map((name) => ({
  name,
  letter: new RegExp(`\\p{Script=${name}}`, 'u'),
}));

const WORD_RE = /[\p{L}\p{M}]+/gu;

/** Mathematical bold or italic and full-width letters, which screen readers skip or spell out. */
const DRAWN_RE = /[\u{1D400}-\u{1D7CB}\uFF21-\uFF3A\uFF41-\uFF5A]/u;

/** A quick test, because most texts contain none of these letters. */
const SUSPECT_RE = new RegExp([DRAWN_RE, ...ALIKE.map(({letter}) => letter)].map(({source}) => source).join('|'), 'u');

/** Greek letters are right in units such as ohms and micrometres, and at the start of names such as `μTorrent`. */
const UNIT_RE = /^([kMGmμ]?[Ω\u2126]m?|μ\p{Script=Latin}+)$/u;

export const noLookalikeLetters: PageRule = {
  id: 'no-lookalike-letters',
  group: 'safety',
  ...about,
  check: (page) => {
    // Only commands change editions, and each change of those is found.
    if (page.kind === 'edition-page') return [];
    const text = textOutsideCode(page);
    const placeAt = createPlaceFinder(text);
    const written = wordsIn(text).flatMap(({0: word, index}) => {
      const problem = checkWord(word);
      return problem ? [{place: placeAt(index), end: placeAt(index + word.length), problem, fix: RETYPE}] : [];
    });
    return [...written, ...encodedWords(page), ...hosts(page)];
  },
};

const RETYPE = 'Retype the word by hand, with the keyboard set to English.';

function wordsIn(text: string): RegExpExecArray[] {
  return SUSPECT_RE.test(text) ? [...text.matchAll(WORD_RE)] : [];
}

function checkWord(word: string): string | undefined {
  if (DRAWN_RE.test(word))
    return `word \`${word}\` is written in symbols that look like letters, expected ordinary letters`;
  if (!/\p{Script=Latin}/u.test(word) || UNIT_RE.test(word)) return undefined;
  for (const {name, letter} of ALIKE) {
    const lookalike = letter.exec(word)?.[0];
    if (lookalike)
      return `word \`${word}\` mixes Latin letters with the ${name} \`${lookalike}\`, expected letters of one script`;
  }
  return undefined;
}

/** Words with letters written as `&#1072;` in the body, or as escapes in front matter. */
function encodedWords({tree, document}: ParsedPage): PageFinding[] {
  const findings: PageFinding[] = [];
  function look(text: string, placeOf: () => Place | undefined) {
    for (const [word] of wordsIn(text)) {
      const problem = checkWord(word);
      if (problem && !document.text.includes(word)) findings.push({place: placeOf(), problem, fix: RETYPE});
    }
  }
  visit(tree, (node: Node) => {
    for (const key of ['value', 'alt', 'title', 'url'] as const) {
      const text: unknown = (node as Partial<Record<typeof key, unknown>>)[key];
      if (typeof text === 'string' && !['code', 'yaml'].includes(node.type)) look(text, () => node.position?.start);
    }
  });
  for (const {path, text} of frontMatterTexts(document.frontMatter)) look(text, () => document.placeOf(path));
  return findings;
}

/** Hosts that encode their letters, or that consist of lookalike letters only. */
function hosts(page: ParsedPage): PageFinding[] {
  return pageAddresses(page).flatMap((pageAddress) => {
    const host = /^[a-z]+:\/\/([^/?#]*)/i.exec(browserAddress(pageAddress.address))?.[1] ?? '';
    const labels = host.split('.');
    const isFalse = labels.some(
      (label) => /^xn--|%/i.test(label) || (!checkWord(label) && ALIKE.some(({letter}) => letter.test(label))),
    );
    if (!isFalse) return [];
    const problem = `address has the host \`${host}\`, expected a host in plain Latin letters`;
    return {
      place: pageAddress.place,
      end: pageAddress.end,
      problem,
      fix: 'Open the site you mean to link to, and copy its address from the browser.',
    };
  });
}
