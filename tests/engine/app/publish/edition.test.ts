import {execFile} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {runCommand} from '../../support/run-command.ts';
import {compareFolders} from '../../support/sites/compare-folders.ts';
import {copyToolkit, FLOOD, ROOT} from '../../support/toolkits/copy-toolkit.ts';

const RECORDS = 'ledgers';
const DOCUSAURUS = path.join(ROOT, 'node_modules', '.bin', 'docusaurus');

test('a frozen edition is, file by file, what Docusaurus makes of the same pages', {timeout: 180_000}, async () => {
  const [theirs, ours] = ['edition-of-docusaurus', 'edition-of-ours'].map((name) => {
    const folder = copyToolkit(name, {contentFrom: FLOOD});
    mkdirSync(path.join(folder, 'docs/images'));
    writeFileSync(path.join(folder, 'docs/images/level.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>\n');
    writeFileSync(path.join(folder, 'docs/levels.csv'), 'day,level\r\n2026-11-01,3');
    writeFileSync(path.join(folder, 'docs/photo.png'), PIXEL);
    return folder;
  }) as [string, string];
  await promisify(execFile)(DOCUSAURUS, ['docs:version', '2026-11.2'], {cwd: theirs});
  expect((await runCommand(['publish', '--edition', '2026-11.2'], ours)).stderr).toBe('');
  // Docusaurus keeps no records of an edition.
  cpSync(path.join(ours, RECORDS), path.join(theirs, RECORDS), {recursive: true});
  expect(existsSync(path.join(ours, 'versioned_sidebars/version-2026-11.2-sidebars.json'))).toBe(true);
  expect(compareFolders(theirs, ours)).toEqual([]);
});

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
