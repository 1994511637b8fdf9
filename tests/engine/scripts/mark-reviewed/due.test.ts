import {existsSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {DUE_MARKER} from '../../../../src/github/jobs/reviews/due-report.ts';
import {readTree} from '../../fs/transaction/trees.ts';
import {type GitHubStandIn, startGitHub} from '../../support/network/github-stand-in.ts';
import {BOT} from '../../support/network/github-state.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {configFile} from '../../support/toolkits/sound-toolkit.ts';
import {checkedFiles} from './reviewed-toolkit.ts';

const REPOSITORY = 'example-org/flood';

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  ...checkedFiles(),
  'toolkit.config.ts': configFile(
    `export default ${JSON.stringify({
      owners: [
        {id: 'editor', label: 'Editor', team: '@example-org/editor', assignees: ['an-editor', 'nobody-known']},
        {id: 'warden', label: 'Head warden', team: '@example-org/warden', assignees: ['a-warden']},
      ],
    })};\n`,
  ),
};

/** Tells on a day what is due; the pages of the toolkit were published in November 2026, for 12 months. */
async function tell(
  github: GitHubStandIn,
  today: string,
  files: Readonly<Record<string, string | Uint8Array>> = FILES,
) {
  const env = {...github.env, GITHUB_REPOSITORY: REPOSITORY};
  return runCommand(['mark-reviewed', '--due', '--apply'], folderWith(files), {today, env});
}

test('pages to be checked are shown by role, the longest overdue first, and nothing is written', async () => {
  const cwd = folderWith(FILES);
  const before = readTree(cwd);
  const outcome = await runCommand(['mark-reviewed', '--due'], cwd, {today: '2027-11-05', env: {}});
  expect(outcome).toMatchObject({code: 0, stderr: ''});
  expect(outcome.stdout).toBe(`Editor (7)
  How to help: never reviewed, was due by 2 November 2027
    npm run mark-reviewed -- handbook/contribute/help
  Start: never reviewed, was due by 2 November 2027
    npm run mark-reviewed -- index
  Wardens: was due by 3 November 2027, last reviewed on 3 November 2026
    npm run mark-reviewed -- approaches/wardens
  Homes: was due by 3 November 2027, last reviewed on 3 November 2026
    npm run mark-reviewed -- priorities/homes
  Boats for all: never reviewed, is due by 10 November 2027
    npm run mark-reviewed -- changed
  Levels: never reviewed, is due by 10 November 2027
    npm run mark-reviewed -- levels
  Moved here: never reviewed, is due by 10 November 2027
    npm run mark-reviewed -- moved-here
`);
  expect(readTree(cwd)).toEqual(before);
  expect(existsSync(path.join(cwd, '.toolkit'))).toBe(false);
});

test('where no page was ever checked, that is said once and not beside each', async () => {
  const unchecked = Object.fromEntries(Object.entries(FILES).filter(([file]) => !file.startsWith('ledgers/reviews/')));
  const cwd = folderWith(unchecked);
  const later = await runCommand(['mark-reviewed', '--due'], cwd, {today: '2027-11-05', env: {}});
  expect(later.stdout).toContain('Editor (6): never reviewed\n');
  expect(later.stdout).toContain('  Start: was due by 2 November 2027\n    npm run mark-reviewed -- index\n');
  expect(later.stdout).toContain('  Levels: is due by 10 November 2027\n');
  expect(later.stdout).not.toContain('nobody has checked');
  const now = await runCommand(['mark-reviewed', '--due'], cwd, {today: '2026-11-24', env: {}});
  expect(now.stdout).toBe(
    'No page is due for review within a month. None of the 6 pages has been reviewed yet; the first is due by 2 November 2027.\n',
  );
});

test('one issue tells the roles, is given to their accounts, and a week without news leaves it as it is', async () => {
  const github = await startGitHub(REPOSITORY);
  github.assignable.push('an-editor', 'a-warden');
  expect((await tell(github, '2027-11-05')).stdout).toContain('The issue 1 was opened.');
  expect(github.issues).toMatchObject([
    {title: 'Pages that are due for review', author: BOT, assignees: ['an-editor']},
  ]);
  const body = github.issues[0]?.body ?? '';
  expect(body.startsWith(DUE_MARKER)).toBe(true);
  expect(body).toContain('## Editor\n');
  expect(body).toContain('[Levels](https://flood.example/toolkit/levels/): never reviewed');
  expect(body).toContain('`npm run mark-reviewed -- levels`');
  expect((await tell(github, '2027-11-06')).stdout).toContain('The issue 1 was left as it was.');
  expect((await tell(github, '2027-11-12')).stdout).toContain('The issue 1 was updated.');
  expect(github.issues).toHaveLength(1);
});

test('it is closed once nothing is due, and opened again when something is', async () => {
  const github = await startGitHub(REPOSITORY);
  expect((await tell(github, '2027-01-05')).stdout).toContain('The issue was not needed.');
  await tell(github, '2027-11-05');
  expect((await tell(github, '2027-01-05')).stdout).toContain('The issue 1 was closed.');
  expect(github.issues).toMatchObject([{state: 'closed', body: expect.stringContaining('No page is due for review')}]);
  expect((await tell(github, '2027-11-05')).stdout).toContain('The issue 1 was opened again.');
});

test('one that somebody closed stays closed until another page is due', async () => {
  const github = await startGitHub(REPOSITORY);
  await tell(github, '2027-10-05');
  Object.assign(github.issues[0] ?? {}, {state: 'closed'});
  expect((await tell(github, '2027-10-06')).stdout).toContain('was left as it was');
  expect((await tell(github, '2027-10-12')).stdout).toContain('was opened again');
});

test('the issue of dead links, and what somebody else wrote, are left alone', async () => {
  const github = await startGitHub(REPOSITORY);
  const links = '<!-- good-practice-toolkit: links -->\n\nA link is dead.';
  github.issues.push(
    {number: 1, state: 'open', author: BOT, title: 'Links', body: links},
    {number: 2, state: 'open', author: 'somebody', title: 'Reviews', body: `${DUE_MARKER}\n\nI am the bot.`},
  );
  expect((await tell(github, '2027-11-05')).stdout).toContain('The issue 3 was opened.');
  expect(github.issues[0]?.body).toBe(links);
});

test('a check that no longer holds is told at once, with the reason', async () => {
  const withdrawn = String(FILES['docs/changed.md']).replace(
    '\n---\n\n',
    '\nwithdrawn: {on: 2026-11-12, why: They are gone.}\n---\n\n',
  );
  const cwd = folderWith({...FILES, 'docs/changed.md': withdrawn});
  const record = {on: '2026-06-01', by: 'editor', scope: 'sources-read', fingerprint: '0123456789abcdef'};
  const dead = folderWith({...FILES, 'ledgers/reviews/levels.json': JSON.stringify(record)});
  const {stdout} = await runCommand(['mark-reviewed', '--due'], dead, {today: '2026-11-24', env: {}});
  expect(stdout).toContain(
    '  Levels: the review of 1 June 2026 has lapsed (a major change was published on 10 November 2026; one of its sources is no longer available), and the page was due by 29 October 2026\n',
  );
  expect((await runCommand(['mark-reviewed', '--due'], cwd, {today: '2026-11-24', env: {}})).stdout).toBe(
    'No page is due for review within a month.\n',
  );
});

test('thousands of pages stay within the limit of an issue', async () => {
  const many = Object.fromEntries(
    Array.from({length: 700}, (_, n) => [
      `docs/many/page-${n}-${'x'.repeat(60)}.md`,
      String(FILES['docs/index.md']).replace('title: Start', `title: Page ${n} of many`),
    ]),
  );
  const ids = Object.keys(many).map((file) => file.replace(/^docs\/|\.md$/g, ''));
  const update = String(FILES['blog/2026-11-10.md']).replace('levels, changed', `levels, ${ids.join(', ')}`);
  const github = await startGitHub(REPOSITORY);
  expect(await tell(github, '2027-11-30', {...FILES, ...many, 'blog/2026-11-10.md': update})).toMatchObject({code: 0});
  expect(github.issues[0]?.body).toMatch(/\d+ more are not shown here: run `npm run mark-reviewed -- --due`\.\n$/);
  expect(github.issues[0]?.body?.length).toBeLessThan(65_536);
});

test.each([
  {words: ['--apply'], said: '`--apply` given alone', fix: '--due --apply'},
  {words: ['--due', 'levels'], said: '`--due` given with `levels`', fix: 'npm run mark-reviewed -- --due'},
  {words: ['--due', '--as', 'editor'], said: '`--due` given with `--as`', fix: 'npm run mark-reviewed -- --due'},
  {words: ['--due', '--apply'], said: '`GITHUB_TOKEN` is not set', fix: 'Set it: in a workflow'},
])('mark-reviewed $words is refused with what to do', async ({words, said, fix}) => {
  const {code, stderr} = await runCommand(['mark-reviewed', ...words], folderWith(FILES), {env: {}});
  expect(code).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).toContain(fix);
});

test('a refusal of GitHub is told without a stack', async () => {
  const github = await startGitHub(REPOSITORY);
  github.fail('POST /repos/{owner}/{repo}/issues', {status: 403});
  const {code, stderr} = await tell(github, '2027-11-05');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^GitHub answered 403 to .+, expected success\n {2}fix: Check/);
});
