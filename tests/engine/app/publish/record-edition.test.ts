import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {folderWith, runCommand} from '../../support/run-command.ts';
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
  expect((await runCommand(['check', '--model'], folder)).stdout).toContain(
    'npm run publish -- --record-edition 2017-03',
  );
  expect((await runCommand(['publish', '--record-edition', '2017-03'], folder)).stdout).toBe(
    'recorded 2017-03:index\n',
  );
  expect((await runCommand(['check', '--model'], folder)).code).toBe(0);

  const file = path.join(folder, 'versioned_docs/version-2017-03/index.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Words.', 'Other words.'));
  expect((await runCommand(['publish', '--record-edition', '2017-03'], folder)).stdout).toBe(
    'every page of edition 2017-03 is on record\n',
  );
  const {code, stdout} = await runCommand(['check', '--model'], folder);
  expect(code).toBe(1);
  expect(stdout).toContain('text differs from the record of edition `2017-03`');
});

test('a complete edition gains nothing, and an unknown one is named', async () => {
  const {code, stderr} = await runCommand(
    ['publish', '--record-edition', '2017-03'],
    toolkit({...RECORD, complete: true}),
  );
  expect(code).toBe(2);
  expect(stderr).toContain('edition `2017-03` is complete: it may gain no page');
  const unknown = await runCommand(['publish', '--record-edition', '2018-01'], toolkit(RECORD));
  expect(unknown.stderr).toContain('no edition `2018-01` found, expected `2017-03`');
  const both = await runCommand(['publish', '--record-edition', '2017-03', '--dry-run'], toolkit(RECORD));
  expect(both).toMatchObject({code: 2, stderr: expect.stringContaining('given with other options, expected it alone')});
});
