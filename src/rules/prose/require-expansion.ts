import {once} from '../../content/memo.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import knownAbbreviations from '../text/known-abbreviations.json' with {type: 'json'};
import {headingLines, type PageWord, pageSentences} from '../text/page-sentences.ts';
import {isPlaceholder} from '../text/placeholders.ts';
import {spellingOf} from '../text/spelling.ts';
import about from './require-expansion.json' with {type: 'json'};

/** Abbreviations that are better known than the full words, and units. */
const NEVER_SPELLED_OUT: ReadonlySet<string> = new Set(knownAbbreviations);

const ROMAN_RE = /^(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;

/** Words that an abbreviation may skip: `SCC` for Society of Chief Clerks. */
const SMALL_WORDS: ReadonlySet<string> = new Set('a and at by for from in of on the to with'.split(' '));

export const requireExpansion: PageRule = {
  id: 'require-expansion',
  group: 'prose',
  language: 'en',
  ...about,
  check: (page, context) => {
    const {config} = context;
    const headings = headingLines(page);
    const sentences = pageSentences(page);
    const seen = new Set(config.abbreviations);
    // A word such as `NOT` is emphasis if the page also has it in lower case.
    const plain = once(() => new Set(sentences.flat().map(({text}) => text)));
    const findings: PageFinding[] = [];
    for (const sentence of sentences) {
      for (const [index, word] of sentence.entries()) {
        const abbreviation = abbreviationIn(word);
        if (abbreviation === undefined || seen.has(abbreviation) || isPlaceholder(abbreviation)) continue;
        const {place, end} = word;
        const isBody = place && place.line > page.document.bodyOffset && !headings.has(place.line);
        if (!isBody || plain().has(abbreviation.toLowerCase())) continue;
        seen.add(abbreviation);
        if (isSpelledOut(abbreviation, index, sentence)) continue;
        // A reference such as `HC 587` is not an abbreviation.
        if (/^\d+$/.test(sentence[index + 1]?.text ?? '')) continue;
        const lower = abbreviation.toLowerCase();
        const isWord = spellingOf(context).knows(lower);
        findings.push({
          place,
          end,
          problem: isWord
            ? `\`${abbreviation}\` is in capitals, expected \`${lower}\`, or its full words if it is an abbreviation`
            : `\`${abbreviation}\` is not spelled out where the page first uses it, expected the full words`,
          fix: isWord
            ? `Write \`${lower}\`. If it is an abbreviation, write the full words and then \`(${abbreviation})\`.`
            : `Write the full words and then \`(${abbreviation})\`, or avoid the abbreviation. If every reader knows it, an editor can add it to \`abbreviations\`.`,
        });
      }
    }
    return findings;
  },
};

/** The abbreviation in a word, such as `LMS` in `LMSs` and `LMS-wide`; `undefined` for words, numerals and codes. */
function abbreviationIn(word: PageWord): string | undefined {
  if (!/[A-Z]{2}/.test(word.text) || word.isQuoted || /[/@#\\_=]|\d|[A-Z][.&]/.test(word.run)) return undefined;
  const parts = word.text.replace(/['’]s?$/, '').split('-');
  const [, abbreviation] = parts.map((part) => /^([A-Z]{2,6})s?$/.exec(part)).find((match) => match !== null) ?? [];
  if (abbreviation === undefined || NEVER_SPELLED_OUT.has(abbreviation) || ROMAN_RE.test(abbreviation))
    return undefined;
  return abbreviation;
}

/** Whether the sentence has the full words before or after the abbreviation, with or without brackets. */
function isSpelledOut(abbreviation: string, index: number, sentence: readonly PageWord[]): boolean {
  const letters = abbreviation.toLowerCase();
  const first = letters.charAt(0);
  const last = letters.charAt(letters.length - 1);
  const before = sentence.slice(0, index);
  const after = sentence.slice(index + 1);
  // Brackets show that one explains the other, even if some letters come from inside words.
  const inBrackets = sentence[index]?.gap.endsWith('(') ? before.slice(-2 * (letters.length + 1)) : [];
  const bracketed = after[0]?.gap.includes('(') ? after.slice(0, 3) : [];
  return (
    [...inBrackets, ...bracketed].some(({normal}) => normal.startsWith(first) || normal.startsWith(last)) ||
    [before, after].some((words) => initialsOf(words).some((initials) => initials.includes(letters)))
  );
}

/** The initials of the words, with and without small words. */
function initialsOf(words: readonly PageWord[]): string[] {
  const parts = words.flatMap(({normal}) => normal.split('-')).filter((part) => part !== '');
  return [parts, parts.filter((part) => !SMALL_WORDS.has(part))].map((some) =>
    some.map((part) => part.charAt(0)).join(''),
  );
}
