import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {loadToolkit} from '../../../../../src/io/load-toolkit.ts';
import {runCommand, textIn} from '../../../support/run-command.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {openBuilt} from '../../../support/sites/built-page.ts';
import {copyToolkit, FROZEN} from '../../../support/toolkits/copy-toolkit.ts';

const TODAY = '2026-11-26';

/** The files of the earlier engine that were removed, each with the reason. */
const REMOVED = [
  {
    files: /\/cite\.(?:ris|bib)$/,
    why: 'A link on the page contains the citation.',
  },
  {files: /^updates\/reviews\.ics$/, why: 'Each page says when its review is due.'},
];

/** The pages of the earlier engine that redirect, each with the address to which it leads. */
const REDIRECTED = {
  'case-studies/compare/': '/flood/case-studies/',
  'editions/2026-11/live/': '/flood/editions/2026-11/',
  'editions/2026-11/live/approaches/wardens/': '/flood/toolkit/approaches/wardens/',
  'editions/2026-11/live/case-studies/lower-ford-pumps/': '/flood/toolkit/case-studies/lower-ford-pumps/',
  'editions/2026-11/live/index/': '/flood/toolkit/',
  'editions/2026-11/live/priorities/warnings/': '/flood/toolkit/priorities/warnings/',
  'saved/': '/flood/toolkit/document/',
};

test('a toolkit of an earlier engine is checked, published, undone and built, and keeps every address', async () => {
  const cwd = copyToolkit('frozen', {contentFrom: path.join(FROZEN, 'toolkit')});
  const run = (...argv: string[]) => runCommand(argv, cwd, {today: TODAY});
  const checked = await run('check', '--fix');
  expect(checked.stdout).not.toMatch(/: error: /);
  expect(checked.code).toBe(0);
  expect(await run('publish')).toMatchObject({code: 0});
  expect(existsSync(path.join(cwd, `blog/${TODAY}.md`))).toBe(true);
  // Git says whether readers can have seen an update: nobody has seen these.
  execFileSync('git', ['init', '-q'], {cwd});
  for (const slug of [TODAY, '2026-11-24'])
    expect(await run('publish', '--undo', '--force'), slug).toMatchObject({code: 0, stderr: ''});
  expect(existsSync(path.join(cwd, 'blog/2026-11-24.md'))).toBe(false);
  expect((await loadToolkit(cwd)).notes).toHaveLength(4);
  expect(await run('publish', '--date', '2026-11-24')).toMatchObject({code: 0});
  const site = await build(cwd, {TOOLKIT_TODAY: TODAY});
  const addresses = textIn(FROZEN, 'addresses.txt').trim().split('\n');
  const kept = addresses.filter((address) => !REMOVED.some(({files}) => files.test(address)));
  expect(kept.filter((address) => !existsSync(path.join(site, address)))).toEqual([]);
  const led = Object.keys(REDIRECTED).map((from) => [from, openBuilt(site, from)('[data-to]').attr('data-to')]);
  expect(Object.fromEntries(led)).toEqual(REDIRECTED);
});
