import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {once} from '../../../src/content/memo.ts';
import type {ReportedProblem} from '../../../src/rules/report/report-schema.ts';
import {folderWith, runCommand, textIn} from '../support/run-command.ts';
import {soundFiles} from '../support/toolkits/sound-toolkit.ts';

const NAME = 'Wakefield Dementia Friendly Library.md';
const FILE = `docs/case-studies/${NAME}`;
const TEXT = readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'pasted-page', NAME), 'utf8');

/** The report on the page, which every test reads. */
const report = once(async (): Promise<ReportedProblem[]> => {
  const {stdout} = await runCommand(['check', '--format', 'json'], folderWith({...soundFiles(), [FILE]: TEXT}));
  return JSON.parse(stdout).problems;
});

test('what is unfinished is neither a spelling mistake nor an abbreviation', async () => {
  const others = (await report()).filter(({rule}) => ['no-misspelling', 'require-expansion'].includes(rule));
  expect(others.map(({problem}) => problem).join('\n')).not.toMatch(/lorem|ipsum|dolor|amet|tbc|xxx/i);
});

test('two fixes of one line are one suggestion', async () => {
  const dates = (await report()).filter(({line, after}) => line === 21 && after !== undefined);
  expect(dates.map(({after}) => after)).toEqual([
    expect.stringContaining('The scheme ran 29 September - 22 December 2023.'),
  ]);
});

test('--fix keeps the tabs, the bullets and everything else that has a structure', async () => {
  const folder = folderWith({...soundFiles(), [FILE]: TEXT});
  await runCommand(['check', '--fix'], folder);
  const fixed = textIn(folder, FILE);
  expect(fixed).toBe(TEXT.replace('29 Sept - 22 Dec 2023', '29 September - 22 December 2023'));
});
