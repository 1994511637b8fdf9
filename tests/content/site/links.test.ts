import path from 'node:path';
import {expect, inject, test} from 'vitest';
import {runCommand} from '../../engine/support/run-command.ts';

test('every link, anchor, picture and address ever published leads somewhere', async () => {
  const {code, stdout} = await runCommand(['links'], path.dirname(inject('site')));
  expect({code, errors: stdout.match(/^.*: error: .*$/gm)}).toEqual({code: 0, errors: null});
});
