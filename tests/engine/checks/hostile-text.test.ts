import {expect, test} from 'vitest';
import {HOSTILE_TEXTS, hostileRoutines, PATTERNS} from '../../../scripts/bench/hostile-routines.ts';
import {cpuTime} from '../support/cpu-time.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

const routines = await hostileRoutines(ROOT);

/** What doubles with each character hangs on this too; `npm run bench -- hostile` measures the largest page. */
const SHORT = 1000;

test.each(Object.entries(PATTERNS))('nothing that reads a text hangs on %s', async (_, pattern) => {
  const text = pattern.repeat(Math.ceil(SHORT / pattern.length));
  const slow: string[] = [];
  for (const [name, read] of Object.entries(routines)) {
    const started = cpuTime();
    await read(text);
    if (cpuTime() - started > 1500) slow.push(name);
  }
  expect(slow).toEqual([]);
});

test.each([
  {routine: 'no-writing-slip', pattern: `${PATTERNS.spaces}`},
  {routine: 'heading of it', pattern: `${PATTERNS['hard spaces']}`},
  {routine: 'sentences', pattern: 'Write to a@b.example. '},
])('$routine takes at most 1.5 CPU seconds for the largest page of `$pattern`', async ({routine, pattern}) => {
  const text = HOSTILE_TEXTS['the largest page in paragraphs']?.(pattern) ?? '';
  await routines.parse?.(text);
  const started = cpuTime();
  await routines[routine]?.(text);
  expect(cpuTime() - started).toBeLessThan(1500);
});

test('60,000 letters of a foreign script in paragraphs are checked like any other page', async () => {
  const paragraph = 'Приход убирает листья из канав каждую осень. '.repeat(60);
  const text = Array(23).fill(paragraph.trim()).join('\n\n');
  expect(text.length).toBeGreaterThan(60_000);
  const started = cpuTime();
  const found = await Promise.all(Object.entries(routines).map(async ([name, read]) => [name, await read(text)]));
  expect(cpuTime() - started).toBeLessThan(10_000);
  expect(Object.fromEntries(found)).toMatchObject({
    'no-misspelling': [],
    'no-page-code': [],
    'unreadable page': undefined,
  });
});
