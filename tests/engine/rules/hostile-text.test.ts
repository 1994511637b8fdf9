import {expect, test} from 'vitest';
import {cpuTime} from '../support/cpu-time.ts';
import {hostileRoutines, PATTERNS} from '../support/hostile-routines.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

const routines = await hostileRoutines(ROOT);

/** What doubles with each character hangs on this too; the largest pages are read every night. */
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
