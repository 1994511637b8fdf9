import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const RECORD = 'ledgers/addresses/live.json';
const FIX = ['check', '--fix'];
const COPY = 'blog/_published/2026-11-02/priorities/homes.md';

test('what was published goes on record, and nothing that is there is lost', async () => {
  const cwd = folderWith({...soundFiles(), [COPY]: page('Homes').replace('Words.', '## Why\n\nWords.')});
  expect((await runCommand(FIX, cwd)).stderr).toContain(`fixed ${RECORD} in 1 place\n`);
  expect(JSON.parse(textIn(cwd, RECORD))).toEqual({
    schema: 1,
    pages: {'priorities/homes': {address: '/toolkit/priorities/homes/', anchors: ['why']}},
  });
  const more =
    '{"schema": 1, "pages": {"priorities/homes": {"address": "/toolkit/priorities/homes/", "anchors": ["because", "why"]}}}';
  writeFileSync(path.join(cwd, RECORD), more);
  expect((await runCommand(FIX, cwd)).stderr).not.toContain(RECORD);
  expect(textIn(cwd, RECORD)).toBe(more);
});

test('a record that cannot be read is reported and written again', async () => {
  const cwd = folderWith({...soundFiles(), [COPY]: page('Homes')});
  await runCommand(FIX, cwd);
  const sound = textIn(cwd, RECORD);
  writeFileSync(path.join(cwd, RECORD), '{"schema": 1, "addr');
  expect((await runCommand(['check', '--model'], cwd)).stdout).toMatch(
    /live\.json(:\d+:\d+)?: error: syntax error at [\s\S]*npm run check -- --fix/,
  );
  expect((await runCommand(FIX, cwd)).stderr).toContain(`fixed ${RECORD}`);
  expect(textIn(cwd, RECORD)).toBe(sound);
});
