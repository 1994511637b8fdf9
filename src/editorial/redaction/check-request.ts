import {nearestPlace} from '../../format/nearest.ts';
import type {Fault} from '../../model/problem.ts';
import {changeNoteSchema} from '../../model/schemas/change-note-schema.ts';
import {graphemesOf, matcherOf} from './text-matcher.ts';

/** What an operator asks to remove. */
export interface Request {
  /** A text to remove everywhere. */
  words: string | undefined;
  /** The id of a page to remove whole. */
  page: string | undefined;
  why: string | undefined;
  replacement: string;
}

const SHORTEST = 3;

/** Anything else could mean something to Markdown, YAML, JSON or a table. */
const REPLACEMENT_RE = /^\[?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} \u2019\u2013-]*[\p{L}\p{N}\p{M}])?\]?$/u;

/** What is wrong with a request, as far as that shows without any file; the messages never repeat the text. */
export function checkRequest({words, page, why, replacement}: Request): Fault[] {
  const repeats = (text: string) => words !== undefined && words.trim() !== '' && matcherOf(words).isIn(text);
  const isReason = (text: string) => !/\p{Cc}/u.test(text) && changeNoteSchema.shape.why.safeParse(text.trim()).success;
  const rules: [isBroken: boolean, problem: string, fix: string][] = [
    [
      (words === undefined) === (page === undefined),
      `${words === undefined ? 'nothing' : 'a text and a page'} given to remove, expected a text in quotes, or \`--page\` and the id of a page`,
      'Write `npm run redact -- "text" --why "..."`, or `npm run redact -- --page <id> --why "..."`.',
    ],
    [
      words !== undefined && isTooShort(words),
      `text has fewer than ${SHORTEST} characters, expected at least ${SHORTEST}: shorter ones are part of many words`,
      'Give more of the text around it.',
    ],
    [why === undefined, 'no reason given, expected one: readers see it', 'Add `--why "..."`, for readers.'],
    [
      why !== undefined && !isReason(why),
      '`--why` has fewer than 10 characters or more than one line, expected a reason that readers understand',
      'Write a sentence, such as `--why "Somebody asked us to remove their name."`.',
    ],
    [
      why !== undefined && repeats(why),
      '`--why` repeats the text, expected a reason without it: it is public',
      'Write the reason in other words.',
    ],
    [
      words !== undefined && !REPLACEMENT_RE.test(replacement),
      '`--with` has other characters than letters, digits, spaces and hyphens, expected only these, in square brackets or not',
      'Write it as in `--with "[name removed]"`.',
    ],
    [repeats(replacement), 'the replacement repeats the text, expected another', 'Write another with `--with "..."`.'],
  ];
  return rules.flatMap(([isBroken, problem, fix]) => (isBroken ? [{problem, fix}] : []));
}

/** Whether a text is refused because it is part of many words. */
export function isTooShort(words: string): boolean {
  return graphemesOf(words).filter((grapheme) => grapheme !== ' ').length < SHORTEST;
}

/** Why a page cannot be removed whole, by its id. */
export function checkPageRequest(id: string, known: readonly string[], isGenerated: boolean): Fault[] {
  if (isGenerated) {
    const problem = `\`${id}\` is a generated page, expected one that an author wrote`;
    return [{problem, fix: 'Change its source, and run `npm run generate`.'}];
  }
  if (id === 'index') {
    const problem = '`index` is the front page, expected a page that the toolkit can do without';
    return [{problem, fix: 'Remove text from it instead: `npm run redact -- "text" --why "..."`.'}];
  }
  if (known.includes(id)) return [];
  const near = nearestPlace(id, known);
  const problem = `no text of \`${id}\` found, neither live nor in an edition nor on record, expected the id of a page`;
  const fix = near
    ? `Write \`${near}\`, the nearest id.`
    : 'Write the id of a page, its path without `docs/` and `.md`; there is nothing to do if it was removed before.';
  return [{problem, fix}];
}
