import {existsSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {COMMANDS} from '../../../scripts/commands.ts';
import {folderWith, runCommand, textIn} from '../support/run-command.ts';
import {page} from '../support/toolkits/sound-toolkit.ts';
import {restatedFiles, unseenFiles} from '../support/toolkits/unseen-toolkit.ts';

const LAUNCH = 'Run `npm run publish -- --launch` when';

/** Each command: its exit code, and what it says. */
const RUNS: readonly (readonly [argv: readonly string[], code: number, said: string])[] = [
  [['check'], 0, 'no problems that a program can find in'],
  [['new', 'page', 'Mills', '--under', 'priorities'], 0, 'wrote docs/priorities/mills.md'],
  [['new', 'note'], 1, `this toolkit is not launched: no change needs a note\n  fix: ${LAUNCH} it becomes public.`],
  [['review'], 0, 'no notes wait, no pages changed, nothing stops publishing'],
  [['review'], 0, 'Nothing has been published yet, so there is nothing to compare with.'],
  [['publish'], 2, `the toolkit is not launched, expected \`--launch\` with its first update\n  fix: ${LAUNCH}`],
  [['publish', '--undo'], 2, `expected an update or an edition to undo\n  fix: ${LAUNCH}`],
  [['publish', '--launch', '--dry-run'], 0, 'Subject: Ready for the river: First published'],
  [['redact', 'Long ones', '--why', 'A person asked for it.'], 0, 'docs/boats.md'],
  [['move', 'boats', 'priorities/ferries'], 0, 'No change needs a note before the launch.'],
  [['withdraw', 'boats', '--why', 'The boats were sold.'], 2, 'Delete `docs/boats.md`'],
  [['review', '--done', 'boats', '--as', 'editor', '--scope', 'facts'], 2, 'was never published'],
  [['generate'], 0, 'wrote handbook/contribute/vocabularies.md'],
  [['verify'], 0, 'No update has a head yet: publishing writes the first.'],
  [['import', 'docs'], 2, '`docs` and this toolkit are in one folder'],
];

/** Their tests need a build, a server, other sites or GitHub, and they neither read nor write what was published. */
const ELSEWHERE = ['build', 'create', 'edit', 'job', 'links', 'preview', 'start'];

test('every command is tried', () => {
  const tried = new Set([...RUNS.map(([[name]]) => name), ...ELSEWHERE]);
  expect(tried).toEqual(new Set(Object.keys(COMMANDS)));
});

test.each(RUNS)('before the launch, %j ends with %i', async (argv, code, said) => {
  // Of another publisher's history only commands that read or write updates know.
  const isOfUpdates = /^(?:check|review|publish|redact|verify)$/.test(argv[0] ?? '');
  for (const files of isOfUpdates ? [unseenFiles(), restatedFiles()] : [unseenFiles()]) {
    const cwd = folderWith(files);
    const outcome = await runCommand(argv, cwd);
    expect(outcome).toMatchObject({code});
    expect(outcome.stdout + outcome.stderr).toContain(said);
    expect(['blog/_pending', 'blog/_published', 'ledgers'].filter((part) => existsSync(path.join(cwd, part)))).toEqual(
      [],
    );
    // A new page is unfinished, and a text that was removed leaves its marks.
    if (argv[0] === 'new') continue;
    expect((await runCommand(['check', '--model'], cwd)).stdout).toBe('');
  }
});

test('what `generate` writes has no problem in a toolkit without words of its own', async () => {
  const cwd = folderWith(unseenFiles());
  await runCommand(['generate'], cwd);
  expect(await runCommand(['check'], cwd)).toMatchObject({code: 0, stdout: ''});
});

test('a change of an unseen page needs no note, and the first update says what a waiting note says', async () => {
  const cwd = folderWith({
    ...unseenFiles(),
    'docs/index.md': page('Start').replace('Words.', 'Other words.'),
    'blog/_pending/index.md':
      '---\nkind: content-changed\nsignificance: minor\npages: [index]\nnote: The page has other words now.\n---\n',
  });
  expect(await runCommand(['check'], cwd)).toMatchObject({code: 0, stdout: ''});
  expect(await runCommand(['publish', '--launch'], cwd)).toMatchObject({code: 0, stderr: ''});
  const update = textIn(cwd, 'blog/2026-11-24.md');
  expect(update).toMatch(/note: The toolkit is public[\s\S]*note: The page has other words now\./);
  expect(existsSync(path.join(cwd, 'blog/_pending/index.md'))).toBe(false);
});
