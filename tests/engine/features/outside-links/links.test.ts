import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {sourcesHash} from '../../../../src/io/fingerprint.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const HOMES = 'docs/priorities/homes.md';
const RECORD = 'ledgers/addresses/live.json';
const FIX = ['check', '--fix'];
const COPY = 'blog/_published/2026-11-02/priorities/homes.md';

const BUILT = {
  'build/index.html': '<!doctype html><title>Home</title>',
  'build/toolkit/index.html': '<!doctype html><title>Start</title>',
  'build/toolkit/priorities/homes/index.html': '<!doctype html><title>Homes</title><h2 id=why>Why</h2>',
};

/** A toolkit with its built site; the build says that it shows these pages. */
async function builtToolkit(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = folderWith({...soundFiles(), ...BUILT, ...files});
  await markBuilt(cwd);
  return cwd;
}

async function markBuilt(cwd: string): Promise<void> {
  writeFileSync(path.join(cwd, 'build/build.json'), JSON.stringify({sources: sourcesHash(await loadToolkit(cwd))}));
}

test('without a built site, or with an old one, nothing is judged, and it says what to do', async () => {
  const cwd = folderWith(soundFiles());
  expect(await runCommand(['links'], cwd)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^no built site found in `build\/`.*\n {2}fix: Run `npm run build`/),
  });
  const stale = await builtToolkit({});
  expect(await runCommand(['links'], stale)).toEqual({code: 0, stdout: '', stderr: 'no broken links in 3 pages\n'});
  writeFileSync(path.join(stale, HOMES), page('Other homes'));
  expect(await runCommand(['links'], stale)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('`build/` was built from other pages than those here'),
  });
});

test('a broken link is reported with its page and the nearest address', async () => {
  const start = page('Start').replace(
    'Words.',
    'See [homes](priorities/hoems.md), and [floods](/toolkit/xylophones/).',
  );
  const cwd = await builtToolkit({
    'docs/index.md': start,
    'build/toolkit/index.html': '<a href="priorities/hoems.md">a</a> <a href="/toolkit/xylophones/">b</a>',
  });
  const {code, stdout, stderr} = await runCommand(['links'], cwd);
  expect(code).toBe(1);
  expect(stdout).toContain('docs/index.md: error: link to `/toolkit/priorities/hoems.md` leads nowhere');
  expect(stdout).toContain('  fix: Write `/toolkit/priorities/homes/`, the nearest address.');
  expect(stdout).toContain('docs/index.md: error: link to `/toolkit/xylophones/` leads nowhere');
  expect(stderr).toBe('2 errors in 1 file\n');
});

test('what was published goes on record, and nothing that is there is lost', async () => {
  const cwd = await builtToolkit({[COPY]: page('Homes').replace('Words.', '## Why\n\nWords.')});
  expect((await runCommand(['links'], cwd)).stdout).toContain(
    'no address is on record, expected those of 1 published page',
  );
  expect((await runCommand(FIX, cwd)).stderr).toContain(`fixed ${RECORD} in 1 place\n`);
  expect(JSON.parse(textIn(cwd, RECORD))).toEqual({
    schema: 1,
    pages: {'priorities/homes': {address: '/toolkit/priorities/homes/', anchors: ['why']}},
  });
  expect((await runCommand(['links'], cwd)).code).toBe(0);
  const more =
    '{"schema": 1, "pages": {"priorities/homes": {"address": "/toolkit/priorities/homes/", "anchors": ["because", "why"]}}}';
  writeFileSync(path.join(cwd, RECORD), more);
  expect((await runCommand(FIX, cwd)).stderr).not.toContain(RECORD);
  expect(textIn(cwd, RECORD)).toBe(more);
  // As in a build: `check` judges whether a note says that a section is gone.
  expect(await runCommand(['links'], cwd)).toMatchObject({code: 0, stdout: ''});
});

test('a record that cannot be read is reported and written again', async () => {
  const cwd = await builtToolkit({[COPY]: page('Homes')});
  await runCommand(FIX, cwd);
  const sound = textIn(cwd, RECORD);
  writeFileSync(path.join(cwd, RECORD), '{"schema": 1, "addr');
  expect((await runCommand(['check', '--model'], cwd)).stdout).toMatch(
    /live\.json(:\d+:\d+)?: error: syntax error at [\s\S]*npm run check -- --fix/,
  );
  expect((await runCommand(FIX, cwd)).stderr).toContain(`fixed ${RECORD}`);
  expect(textIn(cwd, RECORD)).toBe(sound);
});
