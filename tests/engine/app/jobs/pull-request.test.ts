import {symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {components} from '@octokit/openapi-types';
import {expect, expectTypeOf, test} from 'vitest';
import type {WorkflowRunEvent} from '../../../../src/app/jobs/pull-request/comment.ts';
import {COMMENT_MARKER} from '../../../../src/rules/report/render-comment.ts';
import type {Report, ReportedProblem} from '../../../../src/rules/report/report-schema.ts';
import {type GitHubStandIn, startGitHub} from '../../support/network/github-stand-in.ts';
import {BOT} from '../../support/network/github-state.ts';
import {folderWith, type Outcome, runCommand} from '../../support/run-command.ts';
import {configFile, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const REPOSITORY = 'example-org/flood-toolkit';
const FORK = {id: 77, fullName: 'a-librarian/flood-toolkit'};
const SHA = '1'.repeat(40);

const PROBLEM: ReportedProblem = {
  path: 'docs/case-studies/lower-ford-pumps.md',
  line: 4,
  column: 11,
  severity: 'error',
  rule: 'no-invalid-front-matter',
  problem: '`regions` holds `yorks`, expected `north` or `yorkshire`',
  fix: 'Write `yorkshire`, the nearest match.',
};

function report(...problems: ReportedProblem[]): Report {
  return {schema: 1, checked: 12, problems};
}

function event(run: Record<string, unknown> = {}) {
  return {
    repository: {id: 1, name: 'flood-toolkit', owner: {login: 'example-org'}},
    workflow_run: {
      id: 5,
      event: 'pull_request',
      conclusion: 'failure',
      html_url: `https://github.com/${REPOSITORY}/actions/runs/5`,
      head_sha: SHA,
      head_branch: 'pumps & drains',
      head_repository: {id: 77, name: 'flood-toolkit', owner: {login: 'a-librarian'}},
      ...run,
    },
  };
}

/** A repository with one pull request, number 7, from a fork. */
async function startWithPull(files: NonNullable<GitHubStandIn['pulls'][0]['files']> = []): Promise<GitHubStandIn> {
  const github = await startGitHub(REPOSITORY);
  github.pulls.push({
    number: 7,
    state: 'open',
    branch: 'pumps & drains',
    sha: SHA,
    from: FORK,
    author: 'a-librarian',
    files,
  });
  return github;
}

/** The checkout of the main branch, with some keys of its configuration changed. */
const mainBranch = (keys: object = {}) => ({
  ...soundFiles(),
  'toolkit.config.ts': configFile(`export default ${JSON.stringify(keys)}`),
});

/** Runs it on a report (as data, or as the file's words) and an event; without a report there is no file. */
function run(
  github: GitHubStandIn,
  given: unknown,
  told: unknown = event(),
  main: Record<string, string> = mainBranch(),
): Promise<Outcome> {
  const content = typeof given === 'string' ? given : JSON.stringify(given);
  const folder = folderWith({
    ...main,
    'event.json': JSON.stringify(told),
    ...(given !== undefined && {'report.json': content}),
  });
  return runIn(folder, {...github.env, GITHUB_EVENT_PATH: path.join(folder, 'event.json')});
}

function runIn(folder: string, env: Record<string, string | undefined>): Promise<Outcome> {
  return runCommand(['job', 'comment-on-pull-request', folder], folder, {env});
}

const writes = ({log}: GitHubStandIn) => log.filter((line) => !line.startsWith('GET '));

test('problems make one comment, on the pull request of a fork', async () => {
  const github = await startWithPull();
  expect(await run(github, report(PROBLEM), event())).toEqual({
    code: 0,
    stdout: 'The comment on pull request 7 was created.\n',
    stderr: '',
  });
  expect(github.comments).toMatchObject([{issue: 7, author: BOT}]);
  expect(github.comments[0]?.body).toContain(
    'https://github.com/a-librarian/flood-toolkit/edit/pumps%20%26%20drains/docs/case-studies/lower-ford-pumps.md#L4',
  );
});

test('our comment is replaced where it stands, however far down, and nobody else’s', async () => {
  const github = await startWithPull();
  const say = (author: string, body: string) =>
    github.comments.push({id: github.comments.length + 1, issue: 7, author, body});
  say('somebody', `${COMMENT_MARKER}\n\nI am the bot.`);
  say(BOT, `Another workflow quotes ${COMMENT_MARKER}`);
  for (let n = 0; n < 150; n++) say('somebody', 'Words.');
  say(BOT, `${COMMENT_MARKER}\n\nOld words.`);
  const before = structuredClone(github.comments);
  expect(await run(github, report(PROBLEM))).toMatchObject({code: 0, stdout: expect.stringContaining('was replaced')});
  expect(github.comments.slice(0, -1)).toEqual(before.slice(0, -1));
  expect(github.comments.at(-1)?.body).toContain('expected `north` or `yorkshire`');
  expect(writes(github)).toEqual([`PATCH /repos/${REPOSITORY}/issues/comments/153 200`]);
});

const SUCCESS = event({conclusion: 'success'});

test('a pull request without problems is answered too', async () => {
  const github = await startWithPull([{filename: 'docs/priorities/homes.md', status: 'modified'}]);
  const main = mainBranch({usual_reply: '5 working days'});
  expect(await run(github, report(), SUCCESS, main)).toMatchObject({code: 0, stderr: ''});
  expect(github.comments[0]?.body).toBe(
    `${COMMENT_MARKER}\n\nThank you for your change. The checks found no problems.\n\n` +
      'An editor reads it next. An answer usually takes 5 working days.\n',
  );
});

test('a program that opened a pull request hears only of problems', async () => {
  const github = await startWithPull();
  Object.assign(github.pulls[0] ?? {}, {author: 'renovate[bot]'});
  await run(github, report(), SUCCESS);
  expect(writes(github)).toEqual([]);
  await run(github, report(PROBLEM));
  await run(github, report(), SUCCESS);
  expect(github.comments[0]?.body).toContain('The checks found no problems.');
});

test('a run that failed before it could report says where to look', async () => {
  const github = await startWithPull();
  await run(github, undefined);
  expect(github.comments[0]?.body).toContain(
    `[See the log of the run](https://github.com/${REPOSITORY}/actions/runs/5)`,
  );
  expect(await run(github, undefined, event({conclusion: 'cancelled'}))).toMatchObject({code: 0});
  expect(writes(github)).toHaveLength(1);
});

const preview = (body = '') => /\[Preview the changed pages\]\((.+?)\)/.exec(body)?.[1];

test('the preview is the file of this run, or the host that is configured', async () => {
  const github = await startWithPull();
  github.artifacts.push({id: 30, run: 4, name: 'changed-pages.html'}, {id: 31, run: 5, name: 'site'});
  await run(github, report(), SUCCESS);
  expect(preview(github.comments[0]?.body)).toBeUndefined();
  github.artifacts.push({id: 32, run: 5, name: 'changed-pages.html'}, {id: 29, run: 5, name: 'changed-pages.html'});
  await run(github, report(), SUCCESS);
  expect(preview(github.comments[0]?.body)).toBe(`https://github.com/${REPOSITORY}/actions/runs/5/artifacts/32`);
  await run(github, report(), SUCCESS, mainBranch({preview: {address: 'https://{number}.preview.example/'}}));
  expect(preview(github.comments[0]?.body)).toBe('https://7.preview.example/');
});

test('code that moved away is named, and so is that GitHub lists no more files', async () => {
  const moved = {filename: 'static/a.json', previous_filename: 'src/theme/a.js', status: 'renamed' as const};
  const github = await startWithPull([moved]);
  await run(github, report());
  expect(github.comments[0]?.body).toContain('how the site is built: `src/theme/a.js`.');
  expect(github.comments[0]?.body).not.toContain('GitHub lists only');

  const many = Array.from({length: 3001}, (_, n) => ({filename: `docs/${n}.md`, status: 'added' as const}));
  const large = await startWithPull(many);
  await run(large, report());
  expect(large.comments[0]?.body).toContain('GitHub lists only 3,000 changed files.');
});

test.each([
  {case: 'has moved on', pull: {sha: '2'.repeat(40)}, said: 'the branch has moved on since, and has a newer run'},
  {case: 'is closed', pull: {state: 'closed'} as const, said: 'no open pull request has it'},
  {case: "lies in the owner's other fork", pull: {from: {...FORK, id: 78}}, said: 'no open pull request has it'},
])('nothing is said where the pull request $case', async ({pull, said}) => {
  const github = await startWithPull();
  Object.assign(github.pulls[0] ?? {}, pull);
  expect(await run(github, report(PROBLEM))).toEqual({code: 0, stdout: `There is no comment: ${said}.\n`, stderr: ''});
  expect(writes(github)).toEqual([]);
});

test('nothing is said where the fork is gone', async () => {
  const github = await startWithPull();
  const {code, stdout} = await run(github, report(PROBLEM), event({head_repository: null}));
  expect({code, stdout}).toEqual({code: 0, stdout: 'There is no comment: the branch of the run is gone.\n'});
  expect(github.log).toEqual([]);
});

test('two pull requests with the same head are refused: the report may be of either', async () => {
  const github = await startWithPull();
  github.pulls.push({number: 9, state: 'open', branch: 'pumps & drains', sha: SHA, from: FORK});
  expect(await run(github, report(PROBLEM))).toMatchObject({code: 1, stderr: expect.stringContaining('expected one')});
});

const HOSTILE = '::stop-commands::x';
const REFUSED: readonly {case: string; given: unknown; found: string}[] = [
  {case: 'over 1 MB', given: JSON.stringify(report(PROBLEM)).padEnd(1_000_001), found: 'has 1000001 bytes'},
  {case: 'no JSON', given: `${HOSTILE}\n{`, found: 'cannot be read'},
  {case: 'of another form', given: {...report(PROBLEM), schema: 2}, found: '`report.schema` (invalid_value)'},
  {case: 'with an unknown key', given: {...report(), [HOSTILE]: 7}, found: '`report` (unrecognized_keys)'},
  {
    case: 'that leads outside',
    given: report({...PROBLEM, path: 'docs/../../x'}),
    found: '`report.problems.0.path` (custom)',
  },
  {case: 'with an absolute path', given: report({...PROBLEM, path: '/etc/passwd'}), found: 'problems.0.path'},
  {case: 'with a drive', given: report({...PROBLEM, path: 'C:/x.md'}), found: 'problems.0.path'},
  {case: 'with control characters', given: report({...PROBLEM, fix: 'a\u001B[2J'}), found: 'problems.0.fix'},
  {case: 'with a line break', given: report({...PROBLEM, problem: `a\n${HOSTILE}`}), found: 'problems.0.problem'},
  {case: 'with words that turn', given: report({...PROBLEM, before: 'a\u202Eb'}), found: 'problems.0.before'},
  {case: 'with half a character', given: report({...PROBLEM, after: '\uD800'}), found: 'problems.0.after'},
  {case: 'with words without end', given: report({...PROBLEM, problem: 'a'.repeat(1001)}), found: '(too_big)'},
];

test.each(REFUSED)('a report $case is refused, and its words stay out of the log', async ({given, found}) => {
  const github = await startWithPull();
  const {code, stdout, stderr} = await run(github, given);
  expect({code, stdout}).toEqual({code: 1, stdout: ''});
  expect(stderr).toContain(found);
  expect(stderr).not.toContain('::');
  expect(github.log).toEqual([]);
});

test('a report that is a link to another file is refused', async () => {
  const github = await startWithPull();
  const folder = folderWith({'event.json': JSON.stringify(event())});
  writeFileSync(path.join(folder, 'other.json'), JSON.stringify(report(PROBLEM)));
  symlinkSync('other.json', path.join(folder, 'report.json'));
  const {code} = await runIn(folder, {...github.env, GITHUB_EVENT_PATH: path.join(folder, 'event.json')});
  expect(code).toBe(1);
  expect(github.log).toEqual([]);
});

test('without event or folder it says what is missing', async () => {
  const github = await startWithPull();
  const folder = folderWith({
    'push.json': JSON.stringify(event({event: 'push'})),
  });
  const outcomes = await Promise.all([
    runIn(folder, github.env),
    runIn(folder, {...github.env, GITHUB_EVENT_PATH: path.join(folder, 'push.json')}),
    runCommand(['job', 'comment-on-pull-request'], folder, {env: github.env}),
  ]);
  expect(outcomes.map(({code, stderr}) => [code, stderr.split(',')[0]])).toEqual([
    [2, '`GITHUB_EVENT_PATH` is not set'],
    [2, 'the event is another one'],
    [2, 'no file or folder is named'],
  ]);
  expect(github.log).toEqual([]);
});

test('the event that is read is the one GitHub describes', () => {
  expectTypeOf<components['schemas']['webhook-workflow-run-completed']['workflow_run']>().toExtend<
    WorkflowRunEvent['workflow_run']
  >();
});
