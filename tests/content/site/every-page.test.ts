import path from 'node:path';
import {expect, test} from 'vitest';
import {runCommand} from '../../engine/support/run-command.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';

test('every page is valid HTML, and axe finds nothing on it', {timeout: 400_000}, async () => {
  expect(await runCommand(['audit'], path.dirname(siteFolder('toolkit')))).toMatchObject({code: 0, stdout: ''});
});
