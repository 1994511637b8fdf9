import {expect, test} from 'vitest';
import {parseLimitFinding} from '../../../../src/markdown/parse-limits.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const SOUND = soundFiles();

/** A page as it was published, and as it is now: rules compare the two. */
function floods(words: string): Record<string, string> {
  return {
    'blog/_published/2026-11-02/index.md': page('Start'),
    'blog/_published/2026-11-02/priorities/homes.md': page('Homes'),
    'blog/_published/2026-11-02/floods.md': page('Floods'),
    'docs/floods.md': page('Floods').replace('Words.', words),
  };
}

/** A problem of another page, which must be told all the same. */
const OTHER = {'docs/index.md': page('Start').replace('Words.', 'The the boat is here.')};

test.each([
  ['a paragraph of 2,000 words', 'A, '.repeat(2000), 'docs/floods.md:8:1: error: paragraph has 6,000 characters'],
  ['a page of 2,000 paragraphs', 'A.\n\n'.repeat(2000), 'docs/floods.md: error: file has 4,009 lines'],
  ['a page of 160 KB', `${'A, '.repeat(999)}\n\n`.repeat(53), 'docs/floods.md: error: file is 159 KB'],
  ['an item that never ends', `- ${'A, '.repeat(2000)}`, 'docs/floods.md:8:3: error: paragraph has'],
  ['3,000 quotations in one another', `${'>'.repeat(3000)} x`, 'docs/floods.md: error: file has more than 300 `>`'],
  ['2,000 lists in one another', `${'- '.repeat(2000)}x`, 'docs/floods.md: error: file has more than 300 `-`'],
  ['a word under 60,000 stars', `${'*'.repeat(60_000)}x${'*'.repeat(60_000)}`, 'error: file has more than 300 `*`'],
  [
    'lists and quotations in one another',
    `${'> - '.repeat(1400)}x`,
    'docs/floods.md: error: page is too deeply nested or too long to be checked',
  ],
])('%s is one problem, and other pages are checked all the same', {timeout: 120_000}, async (_, words, expected) => {
  const {code, stdout, stderr} = await runCommand(['check'], folderWith({...SOUND, ...OTHER, ...floods(words)}));
  expect(code).toBe(1);
  expect(stdout).toContain(expected);
  expect(stdout.match(/no-unreadable-file/g)).toHaveLength(1);
  expect(stdout).toContain('[no-writing-slip]');
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at |RangeError|bug in the toolkit/m);
});

/** Goes as deep as the stack allows, and compiles a new pattern there. */
function compileAtTheEnd(depth: number): void {
  try {
    compileAtTheEnd(depth + 1);
  } catch (error) {
    if (error instanceof RangeError) new RegExp(`^(a|b)+${depth}`).test('a');
    throw error;
  }
}

test('a stack that is full is one limit, also where Node was compiling a pattern', () => {
  const thrown = [];
  for (let run = 0; run < 20; run += 1) {
    try {
      compileAtTheEnd(run * 100_000);
    } catch (error) {
      thrown.push(error);
    }
  }
  expect(thrown.map((error) => parseLimitFinding('docs/floods.md', error).path)).toEqual(
    Array(20).fill('docs/floods.md'),
  );
  expect(thrown.some((error) => error instanceof SyntaxError)).toBe(true);
  expect(() => parseLimitFinding('docs/floods.md', new SyntaxError('Unexpected token'))).toThrow('Unexpected token');
});
