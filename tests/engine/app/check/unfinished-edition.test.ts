import {expect, test} from 'vitest';
import {editFile, folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {CONFIG_FILES, page} from '../../support/toolkits/sound-toolkit.ts';

const RECORD = {
  schema: 1,
  complete: false,
  about: 'The toolkit as it stood in March 2017.',
  vocabularies: {priorities: {}, approaches: {}, regions: {}},
  fingerprints: {},
};

const toolkit = (record: object) =>
  folderWith({
    ...CONFIG_FILES,
    'docs/index.md': page('Start'),
    'docs/priorities/homes.md': page('Homes'),
    'versioned_docs/version-2017-03/index.md': page('Start'),
    'ledgers/editions/2017-03.json': JSON.stringify(record),
  });

test('a page that an unfinished edition gained is recorded once, and never again', async () => {
  const folder = toolkit(RECORD);
  expect((await runCommand(['check', '--model'], folder)).stdout).toContain('npm run check -- --fix');
  expect(await runCommand(['check', '--fix'], folder)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('fixed ledgers/editions/2017-03.json in 1 place'),
  });

  editFile(folder, 'versioned_docs/version-2017-03/index.md', 'Words.', 'Other words.');
  const {code, stdout} = await runCommand(['check', '--fix'], folder);
  expect(code).toBe(1);
  expect(stdout).toContain('text differs from the record of edition `2017-03`');
});

test('a complete edition gains nothing, nor does an unfinished one gain again what was redacted', async () => {
  const redactions = [
    {on: '2026-11-20', update: '2026-11-20', why: 'A person asked for it.', pages: [], removed: ['index']},
  ];
  for (const record of [
    {...RECORD, complete: true},
    {...RECORD, redactions},
  ]) {
    const folder = toolkit(record);
    expect(await runCommand(['check', '--fix'], folder)).toMatchObject({code: 1});
    expect(textIn(folder, 'ledgers/editions/2017-03.json')).toBe(JSON.stringify(record));
  }
});
