import {nearestPlace} from '../nearest.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import {changeNoteSchema} from '../schemas/change-note-schema.ts';
import {graphemesOf, matcherOf} from './words-matcher.ts';

/** What an operator asks to be taken out. */
export interface Request {
  /** Words that are taken out wherever they stand. */
  words: string | undefined;
  /** The id of a page that is taken out whole. */
  page: string | undefined;
  why: string | undefined;
  replacement: string;
}

const SHORTEST = 3;

/** What takes the place of words: whatever else it held could mean something to Markdown, YAML, JSON or a table. */
const REPLACEMENT_RE = /^\[?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} \u2019\u2013-]*[\p{L}\p{N}\p{M}])?\]?$/u;

/** What is wrong with a request, as far as it can be told without looking at any file; never in its own words. */
export function judgeRequest({words, page, why, replacement}: Request): Fault[] {
  return [
    ...judgeSubject(words, page),
    ...judgeWhy(why, words),
    ...(words === undefined ? [] : judgeReplacement(replacement, words)),
  ];
}

function judgeSubject(words: string | undefined, page: string | undefined): Fault[] {
  if ((words === undefined) === (page === undefined)) {
    const problem = `${words === undefined ? 'nothing' : 'words and a page'} given to take out, expected words in quotes, or \`--page\` and the id of a page`;
    return [
      {problem, fix: 'Write `npm run redact -- "words" --why "..."`, or `npm run redact -- --page <id> --why "..."`.'},
    ];
  }
  if (words === undefined || !isTooShort(words)) return [];
  const problem = `words have fewer than ${SHORTEST} characters, expected ${SHORTEST} at least: shorter ones stand in many other words`;
  return [{problem, fix: 'Give more of the words around them.'}];
}

/** Whether words are refused because they stand in many others. */
export function isTooShort(words: string): boolean {
  return graphemesOf(words).filter((grapheme) => grapheme !== ' ').length < SHORTEST;
}

function judgeWhy(why: string | undefined, words: string | undefined): Fault[] {
  if (why === undefined) {
    return [
      {
        problem: 'no reason given, expected one: readers are told it',
        fix: 'Add `--why "..."`, in words that readers may see.',
      },
    ];
  }
  if (/\p{Cc}/u.test(why) || !changeNoteSchema.shape.why.safeParse(why.trim()).success) {
    const problem =
      '`--why` holds fewer than 10 characters or more than one line, expected a reason that readers understand';
    return [
      {problem, fix: 'Write it in a sentence, such as `--why "Somebody asked for their name to be taken out."`.'},
    ];
  }
  if (!repeats(why, words)) return [];
  return [
    {
      problem: '`--why` repeats the words, expected a reason without them: it is public',
      fix: 'Say why in other words.',
    },
  ];
}

function judgeReplacement(replacement: string, words: string): Fault[] {
  if (!REPLACEMENT_RE.test(replacement)) {
    const problem =
      '`--with` holds other signs than letters, digits, spaces and hyphens, expected words that may stand in a pair of square brackets';
    return [{problem, fix: 'Write it so, such as `--with "[name removed]"`.'}];
  }
  if (!repeats(replacement, words)) return [];
  return [
    {
      problem: 'what would take the place of the words repeats them, expected other words',
      fix: 'Write other words with `--with "..."`.',
    },
  ];
}

function repeats(text: string, words: string | undefined): boolean {
  return words !== undefined && words.trim() !== '' && matcherOf(words).isIn(text);
}

/** Why a page cannot be taken out whole, by its id. */
export function judgePage(id: string, known: readonly string[], isGenerated: boolean): Fault[] {
  if (isGenerated) {
    return [
      {
        problem: `\`${id}\` is a generated page, expected one that somebody wrote`,
        fix: 'Change what it is generated from, and run `npm run generate`.',
      },
    ];
  }
  if (id === 'index') {
    return [
      {
        problem: '`index` is the front page, expected a page that the toolkit can be without',
        fix: 'Take words out of it instead: `npm run redact -- "words" --why "..."`.',
      },
    ];
  }
  if (known.includes(id)) return [];
  const near = nearestPlace(id, known);
  const problem = `no text of \`${id}\` found, neither live nor in an edition nor on record, expected the id of a page`;
  return [
    {
      problem,
      fix: near
        ? `Write \`${near}\`, the nearest of the ids.`
        : 'Write the id of a page, its path without `docs/` and `.md`; nothing is left to do if it was taken out before.',
    },
  ];
}
