import {existsSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {textIn} from '../support/run-command.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

test('every test that SECURITY.md names exists', () => {
  const paths = [...textIn(ROOT, '.github/SECURITY.md').matchAll(/`(tests\/[^`]+)`/g)].map(([, file = '']) => file);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});
