import {expect, test} from 'vitest';
import {cpuTime} from '../support/cpu-time.ts';
import {HOSTILE_TEXTS, hostileRoutines, PATTERNS} from '../support/hostile-routines.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

const routines = await hostileRoutines(ROOT);
const CASES = Object.keys(PATTERNS).flatMap((pattern) => Object.keys(HOSTILE_TEXTS).map((text) => ({pattern, text})));

test.each(CASES)(
  'no routine takes two CPU seconds for $text of $pattern',
  {timeout: 600_000},
  async ({pattern, text}) => {
    const written = HOSTILE_TEXTS[text]?.(PATTERNS[pattern] ?? '') ?? '';
    const slow: Record<string, number> = {};
    for (const [name, read] of Object.entries(routines)) {
      const started = cpuTime();
      await read(written);
      if (cpuTime() - started > 2000) slow[name] = cpuTime() - started;
    }
    expect(slow).toEqual({});
  },
);
