import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {linkedFiles} from '../../support/toolkits/linked-toolkit.ts';
import {page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

/** A page with one of each fix: white space, a date, a repeated word, a byte-order mark, line endings. */
const FAULTY = page('Homes')
  .replace('Words.', 'Words. \n## Next\nOn 24th November 2026 an owner of of an hour met.\n\n\n\n-   Boats\n-   Pumps')
  .replaceAll('\n', '\r\n');

test('what is safe is mended, and a second run changes nothing', async () => {
  const folder = folderWith({...soundFiles(), 'docs/priorities/homes.md': `\uFEFF${FAULTY}`});
  const file = path.join(folder, 'docs/priorities/homes.md');
  const first = await runCommand(['check', '--fix'], folder);
  expect(first.stderr).toContain('fixed docs/priorities/homes.md');
  const mended = readFileSync(file, 'utf8');
  expect(mended.slice(mended.indexOf('Words'))).toBe(
    'Words.\n\n## Next\n\nOn 24 November 2026 an owner of an hour met.\n\n- Boats\n- Pumps\n',
  );
  const second = await runCommand(['check', '--fix'], folder);
  expect(second.stderr).not.toContain('mended');
  expect(readFileSync(file, 'utf8')).toBe(mended);
});

test('what would need a decision is left', async () => {
  const text = page('Homes').replace('Words.', 'We met on 03/04/2026, and utilised the hall.');
  const folder = folderWith({...soundFiles(), 'docs/priorities/homes.md': text});
  const {stdout} = await runCommand(['check', '--fix'], folder);
  expect(stdout).toContain('[require-date-style]');
  expect(stdout).toContain('[no-hard-word]');
  expect(textIn(folder, 'docs/priorities/homes.md')).toBe(text);
});

test.each([
  ['a hashtag is no heading', '#FloodWeek brought 300 clerks.'],
  ['a list in a list stays one', 'We have:\n\n- boats\n\t- pumps'],
  ['a line break stays', 'First line.   \nSecond line.'],
  ['code stays as it is', 'See:\n\n```\na\tb\n```'],
  ['a table pasted with tabs keeps them', 'Year\tHomes\n2026\t340'],
  ['what an item of a list holds stays', '-   Boats\n\n        code'],
])('%s', async (_, words) => {
  const text = page('Homes').replace('Words.', words);
  const folder = folderWith({...soundFiles(), 'docs/priorities/homes.md': text});
  const {stdout} = await runCommand(['check', '--fix'], folder);
  expect(stdout).toMatch(/\[(markdownlint\/|no-pasted-layout)/);
  expect(textIn(folder, 'docs/priorities/homes.md')).toBe(text);
});

test('only the named file is mended, and none where a name leads nowhere', async () => {
  const faulty = page('Homes').replace('Words.', 'Words. \n\n## Next\n\nMore.');
  const files = {...soundFiles(), 'docs/a.md': faulty.replace('Homes', 'A'), 'docs/b.md': faulty.replace('Homes', 'B')};
  const folder = folderWith(files);
  const textOf = (file: string) => textIn(folder, file);

  for (const name of ['docs/c.md', '../a.md']) {
    expect((await runCommand(['check', '--fix', 'docs/a.md', name], folder)).code).toBe(2);
    expect(textOf('docs/a.md')).toBe(files['docs/a.md']);
  }
  expect((await runCommand(['check', '--fix', 'docs/a.md'], folder)).stderr).toContain('fixed docs/a.md in 1 place');
  expect(textOf('docs/a.md')).not.toBe(files['docs/a.md']);
  expect(textOf('docs/b.md')).toBe(files['docs/b.md']);
});

test('a renamed heading keeps its old address, also when it is renamed again or gets its old name back', async () => {
  const folder = folderWith(linkedFiles());
  const file = path.join(folder, 'docs/approaches/wardens.md');
  const rename = async (from: string, to: string) => {
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(`## ${from}\n`, `## ${to}\n`).replace('](#tasks)', '](#what-wardens-do)'),
    );
    await runCommand(['check', '--fix'], folder);
    return readFileSync(file, 'utf8');
  };
  const {stdout} = await runCommand(['check', '--model'], folder);
  expect(stdout).toBe('');
  expect(await rename('Tasks', 'What wardens *do*')).toContain('former_headings:\n  tasks: what-wardens-do\n---\n');
  const note = [
    'new',
    'note',
    '--significance',
    'minor',
    '--note',
    'The section "Tasks" is now "What wardens do".',
    '--pages',
    'approaches/wardens',
  ];
  expect(await runCommand(note, folder)).toMatchObject({code: 0});
  expect(await runCommand(['publish'], folder)).toMatchObject({code: 0, stderr: ''});
  expect(await rename('What wardens *do*', 'Duties')).toContain(
    'former_headings:\n  tasks: duties\n  what-wardens-do: duties\n---\n',
  );
  expect(await rename('Duties', 'Tasks')).toContain('former_headings:\n  what-wardens-do: tasks\n---\n');
});

test('formatting is repaired where the meaning stays', async () => {
  const words = 'First\n-----\n\nWords.\u00A0\n* boats\n    * pumps\n* ropes\n\n| A | B |\n| - | - |\n| 1 | 2 |\nEnd';
  const folder = folderWith({...soundFiles(), 'docs/priorities/homes.md': page('Homes').replace('Words.', words)});
  await runCommand(['check', '--fix'], folder);
  const fixed = textIn(folder, 'docs/priorities/homes.md');
  expect(fixed).toContain('## First\n\nWords.\n\n- boats\n  - pumps\n- ropes\n\n| A |');
});

test('two lists that only their markers divide stay two', async () => {
  const text = page('Homes').replace('Words.', '- boats\n\n* pumps');
  const folder = folderWith({...soundFiles(), 'docs/priorities/homes.md': text});
  await runCommand(['check', '--fix'], folder);
  expect(textIn(folder, 'docs/priorities/homes.md')).toBe(text);
});
