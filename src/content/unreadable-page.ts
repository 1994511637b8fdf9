import {fileText} from './file-text.ts';
import type {Finding} from './problem.ts';

/** The largest page: about 80,000 words; a page readers can use has a fiftieth of that. */
const PAGE_LIMIT = 500_000;

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
  return undefined;
}
