import {expect, test} from 'vitest';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {FULL_DASHBOARD as FULL} from '../../support/toolkits/dashboard-toolkit.ts';

/** The first part of the review: what waits besides changes. */
async function waiting(files: Readonly<Record<string, string>>): Promise<string> {
  const {stdout} = await runCommand(['review'], folderWith(files));
  return stdout.slice(0, stdout.indexOf('## Notes that wait'));
}

test('everything that waits is listed by kind, with how many there are and what to do', async () => {
  expect(await waiting(FULL)).toMatchSnapshot();
});
