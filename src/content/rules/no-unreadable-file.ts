import type {Rule} from '../rule.ts';

/** The largest page: about 80,000 words; a page readers can use has a fiftieth of that. */
const PAGE_LIMIT = 500_000;

export const noUnreadableFile: Rule = {
  id: 'no-unreadable-file',
  group: 'safety',
  summary: 'A Markdown file is text, is not empty and is not larger than 500 KB.',
  why: 'A picture or a document saved under the wrong name cannot be read as a page, by us or by any reader.',
  good: [{'docs/priorities/floods.md': '---\n---\nWords.\n'}],
  bad: [{'docs/priorities/floods.md': ''}],
  check: ({files}) =>
    files
      .filter(({path}) => path.endsWith('.md'))
      .flatMap(({path, bytes}) => {
        const found = unreadable(bytes);
        return found ? [{path, ...found}] : [];
      }),
};

function unreadable(bytes: Uint8Array): {problem: string; fix: string} | undefined {
  if (bytes.length > PAGE_LIMIT) {
    return {
      problem: `file has ${Math.round(bytes.length / 1000)} KB, expected at most ${PAGE_LIMIT / 1000} KB`,
      fix: 'Split the page, and keep pictures and data in files of their own.',
    };
  }
  if (!isText(bytes)) {
    return {
      problem: 'file holds bytes that are not text, expected Markdown saved as UTF-8',
      fix: 'Save the page as plain text with UTF-8 encoding; give pictures their own ending, `.png` or `.jpg`.',
    };
  }
  if (new TextDecoder().decode(bytes).trim() === '') {
    return {problem: 'file is empty, expected front matter and words', fix: 'Write the page, or remove the file.'};
  }
  return undefined;
}

/** Whether bytes are UTF-8 text; a NUL byte never stands in a page. */
export function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
