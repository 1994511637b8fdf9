import type {Finding} from '../problem.ts';
import {fileText} from './file-text.ts';

/** The largest page: about 80,000 words; a page readers can use has a fiftieth of that. */
const PAGE_LIMIT = 500_000;

/**
 * Signs of which a row is a page inside a page inside a page, for the parser: it then takes minutes, or breaks off. To
 * look for so long a row takes no time, for a search leaps by its length.
 */
const NESTING = ['>', '> ', '*', '_', '[', '![', '- ', '* ', '+ ', '1. '];
const MOST_IN_A_ROW = 300;
const ROWS = NESTING.map((sign) => ({sign, row: sign.repeat(MOST_IN_A_ROW + 1)}));

/** Why a Markdown file is no page that anybody could read; `undefined` where it may be one. */
export function unreadablePage(bytes: Uint8Array): Pick<Finding, 'problem' | 'fix'> | undefined {
  if (bytes.length > PAGE_LIMIT) {
    return {
      problem: `file has ${Math.round(bytes.length / 1000)} KB, expected at most ${PAGE_LIMIT / 1000} KB`,
      fix: 'Split the page, and keep pictures and data in files of their own.',
    };
  }
  const text = fileText(bytes);
  if (text === undefined) {
    return {
      problem: 'file holds bytes that are not text, expected Markdown saved as UTF-8',
      fix: 'Save the page as plain text with UTF-8 encoding; give pictures their own ending, `.png` or `.jpg`.',
    };
  }
  if (text.trim() === '') {
    return {problem: 'file is empty, expected front matter and words', fix: 'Write the page, or remove the file.'};
  }
  const nesting = ROWS.find(({row}) => text.includes(row));
  if (nesting) {
    return {
      problem: `file holds more than ${MOST_IN_A_ROW} \`${nesting.sign.trim()}\` in a row, expected at most a few: each of them begins something inside the one before`,
      fix: 'Take the row out.',
    };
  }
  return undefined;
}
