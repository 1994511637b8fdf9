import {cpSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {FORMATS} from '../../../../src/app/check/formats.ts';
import {reportSchema} from '../../../../src/rules/report/report-schema.ts';
import {runCommand} from '../../support/run-command.ts';
import {copyToolkit, FLOOD, ROOT} from '../../support/toolkits/copy-toolkit.ts';

const FIXTURES = path.join(ROOT, 'tests', 'engine', 'fixtures');

let folder = '';

beforeAll(() => {
  folder = copyToolkit('bad-pull-request', {contentFrom: FLOOD});
  cpSync(path.join(FIXTURES, 'bad-pull-request'), folder, {recursive: true});
});

describe('the report of a bad pull request', () => {
  test('as text', async () => {
    const {code, stdout, stderr} = await runCommand(['check'], folder);
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toMatchSnapshot();
  });

  test('as data, with what a mend changes', async () => {
    const {stdout} = await runCommand(['check', '--format', 'json'], folder);
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(report.problems.some(({before, after}) => before !== after)).toBe(true);
  });

  test('as files, all at once', async () => {
    const {code} = await runCommand(['check', '--write', 'report'], folder);
    expect(code).toBe(1);
    expect(readdirSync(path.join(folder, 'report')).sort()).toEqual(['report.json', 'report.md']);
    expect(readFileSync(path.join(folder, 'report', 'report.md'), 'utf8')).toContain('### Must be fixed');
    rmSync(path.join(folder, 'report'), {recursive: true});
  });
});

test.each(Object.keys(FORMATS))('a person’s number and address stand in no report: %s', async (format) => {
  const {stdout} = await runCommand(['check', '--format', format], folder);
  expect(stdout).not.toMatch(/123456|jane\.miller/);
  expect(stdout).toContain('0791# ######');
});

test('files for a place where no folder can be made are told of', async () => {
  const place = path.join('report.md', 'folder');
  writeFileSync(path.join(folder, 'report.md'), '');
  const {code, stderr} = await runCommand(['check', '--write', place], folder);
  expect(code).toBe(2);
  expect(stderr).toContain(`nothing can be written to \`${place}\``);
  expect(stderr).toContain('fix: Name another folder.');
});
