import type {Fault} from '../../content/problem.ts';
import {changeNoteSchema} from '../../content/schemas/change-note-schema.ts';
import {matcherOf} from './text-matcher.ts';

/** What an operator asks to remove: a text everywhere, or the page with an id. */
export type Request = Record<'words' | 'page' | 'why', string | undefined>;

/** What replaces a text: it means nothing to Markdown, YAML, JSON or a table. */
export const REPLACEMENT = '(removed)';

/** What is wrong with a request; the messages never repeat the text. */
export function checkRequest({words, page, why = ''}: Request, ids: ReadonlySet<string>): Fault[] {
  const matcher = matcherOf(words ?? '');
  const isReason = !/\p{Cc}/u.test(why) && changeNoteSchema.shape.why.unwrap().safeParse(why.trim()).success;
  const form = 'Write `npm run redact -- "text" --why "..."`, or `npm run redact -- --page <id> --why "..."`.';
  const rules: [isBroken: boolean, problem: string, fix: string][] = [
    [words === undefined && page === undefined, 'nothing given to remove, expected a text or `--page`', form],
    [words !== undefined && page !== undefined, 'a text and a page given to remove, expected one of them', form],
    [words !== undefined && isTooShort(words), 'text has fewer than 3 characters, expected more', 'Give more of it.'],
    [
      [...ids].some((id) => matcher.isIn(id)),
      'text is in the id of a page, which is its address, expected a text that no id has',
      'Give more of the text around it, or remove that page with `--page <id>`.',
    ],
    [
      !isReason,
      `${why === '' ? 'no `--why` given' : '`--why` has fewer than 10 characters or several lines'}, expected a reason`,
      'Write a sentence for readers, such as `--why "A person asked us to remove their name."`.',
    ],
    [
      matcher.isIn(`${why}\n${REPLACEMENT}`),
      '`--why` or what replaces the text has the text, expected neither',
      'Give more of it, or change the reason.',
    ],
    [
      page !== undefined && (page === 'index' || !ids.has(page)),
      `\`${page}\` cannot be removed, expected the id of a live, frozen or published page, but not the front page or a generated one`,
      'Write its path without `docs/` and `.md`; there is nothing to do if it was removed before.',
    ],
  ];
  return rules.flatMap(([isBroken, problem, fix]) => (isBroken ? [{problem, fix}] : []));
}

/** Whether a text is refused because it is part of many words. */
export function isTooShort(words: string): boolean {
  return words.replace(/[^\p{L}\p{N}\p{S}]/gu, '').length < 3;
}
