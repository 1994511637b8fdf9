import {expect, test} from 'vitest';
import {parseLimitFinding} from '../../../../src/content/markdown/parse-limits.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const SOUND = soundFiles();

/** Pages that no parser should read to the end, each with its one problem. */
const UNREADABLE: readonly (readonly [id: string, words: string, problem: string])[] = [
  ['long-paragraph', 'A, '.repeat(2000), 'docs/long-paragraph.md:8:1: error: paragraph has 6,000 characters'],
  ['many-paragraphs', 'A.\n\n'.repeat(2000), 'docs/many-paragraphs.md: error: file has 4,009 lines'],
  ['long-page', `${'A, '.repeat(999)}\n\n`.repeat(53), 'docs/long-page.md: error: file has 159,'],
  ['long-item', `- ${'A, '.repeat(2000)}`, 'docs/long-item.md:8:3: error: paragraph has'],
  ['quotations', `${'>'.repeat(3000)} x`, 'docs/quotations.md:8:1: error: line is inside 3,000 quotations'],
  ['lists', `${'- '.repeat(2000)}x`, 'docs/lists.md:8:1: error: line is inside 2,000 quotations'],
  ['stars', `${'*'.repeat(50_000)}x${'*'.repeat(50_000)}`, 'docs/stars.md: error: file has 100,001 characters'],
  [
    'wide-table',
    `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${'|a\n'.repeat(2800)}`,
    'docs/wide-table.md:9:1: error: table has 300 columns, expected at most 50',
  ],
  ['open-blocks', ':::a\n\n'.repeat(400), 'docs/open-blocks.md:117:1: error: lines up to here are inside quotations'],
  [
    'deep-quotations',
    `${'>'.repeat(90)}a\n\n`.repeat(200),
    'docs/deep-quotations.md:74:1: error: lines up to here are',
  ],
  ['inner', `${':a['.repeat(1200)}b${']'.repeat(1200)}`, 'docs/inner.md: error: page is too deeply nested'],
  ['links', '[a](b)\n'.repeat(2600), 'docs/links.md: error: file has 5,201 characters of Markdown'],
  ['deep', `${'> - '.repeat(1400)}x`, 'docs/deep.md:8:1: error: line is inside 2,800 quotations'],
];

test('each page without end is one problem, and other pages are checked all the same', async () => {
  const other = {'docs/index.md': page('Start').replace('Words.', 'The the boat is here.')};
  // Each as it was published, and as it is now: rules compare the two.
  const before = {'index.md': page('Start'), 'priorities/homes.md': page('Homes')};
  const pages = UNREADABLE.flatMap(([id, words]) => [
    [`blog/_published/2026-11-02/${id}.md`, page(id)],
    [`docs/${id}.md`, page(id).replace('Words.', words)],
  ]);
  const published = Object.entries(before).map(([file, text]) => [`blog/_published/2026-11-02/${file}`, text]);
  const cwd = folderWith({...SOUND, ...other, ...Object.fromEntries([...pages, ...published])});
  const {code, stdout, stderr} = await runCommand(['check'], cwd);
  expect(code).toBe(1);
  for (const [, , problem] of UNREADABLE) expect(stdout).toContain(problem);
  expect(stdout.match(/no-unreadable-file/g)).toHaveLength(UNREADABLE.length);
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
