import path from 'node:path';
import {expect, test} from 'vitest';
import {runCommand} from '../../engine/support/run-command.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';

test('every link, anchor, picture and address ever published leads somewhere', async () => {
  const {code, stdout} = await runCommand(['links'], path.dirname(siteFolder('toolkit')));
  expect({code, errors: stdout.match(/^.*: error: .*$/gm)}).toEqual({code: 0, errors: null});
});
