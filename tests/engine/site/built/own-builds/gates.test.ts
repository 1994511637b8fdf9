import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {tryBuild} from '../../../support/sites/build-toolkit.ts';
import {copyToolkit, FLOOD} from '../../../support/toolkits/copy-toolkit.ts';

test('the content gate stops a build that the check did not see, before anything is built', async () => {
  const folder = copyToolkit('flood gate', {contentFrom: FLOOD});
  writeFileSync(path.join(folder, 'docs/run.mdx'), 'export const ran = process.exit(7);\n');
  writeFileSync(path.join(folder, 'package.json'), '{"scripts": {"build": "docusaurus build"}}\n');
  const {code, output} = await tryBuild(folder);
  expect(code).toBe(1);
  expect(output).toContain('docs/run.mdx: error: this kind of file does not belong in this folder');
  expect(output).not.toMatch(/^\s+at /m);
  expect(existsSync(path.join(folder, 'build'))).toBe(false);
});
