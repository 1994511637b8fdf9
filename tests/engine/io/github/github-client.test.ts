import {expect, test} from 'vitest';
import {connectToGitHub} from '../../../../src/io/github/github-client.ts';
import {startGitHub} from '../../support/network/github-stand-in.ts';
import {QUICK_PACE} from '../../support/run-command.ts';

const AT = {owner: 'example-org', repo: 'flood', issue_number: 5};
const LABEL = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';

async function start() {
  const github = await startGitHub('example-org/flood');
  github.issues.push({number: 5, title: '', body: null, state: 'open'});
  return github;
}

/** How long it takes to do something, in milliseconds; what limits a pace rounds to them. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before + 2;
}

test('a job writes to GitHub once a second, and what people are told of once in three, as GitHub asks', () => {
  // https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
  const pace = {betweenWrites: 1000, betweenNotices: 3000, second: 1000, longestAnswer: 30_000};
  expect(connectToGitHub({GITHUB_TOKEN: 'x'}).pace).toEqual(pace);
});

test('the pace that is given is kept between writes, and between what people are told of', async () => {
  const {env, log} = await start();
  const client = connectToGitHub(env, {...QUICK_PACE, betweenWrites: 150, betweenNotices: 400});
  const label = () => client.request(LABEL, {...AT, labels: ['a']});
  const comment = () => client.request(COMMENT, {...AT, body: 'Words.'});
  expect(await timeOf(() => Promise.all([label(), label(), label()]))).toBeGreaterThanOrEqual(300);
  expect(await timeOf(() => Promise.all([comment(), comment()]))).toBeGreaterThanOrEqual(400);
  expect(log).toHaveLength(5);
});

test.each([{hangs: true}, {breaksOff: true}])(
  'an answer that comes in part, or not at all, is one that failed: %o',
  async (failure) => {
    const {env, fail, log} = await start();
    const client = connectToGitHub(env, {...QUICK_PACE, longestAnswer: 500});
    fail('GET /repos/{owner}/{repo}/issues/{issue_number}', {status: 500, ...failure});
    const {data} = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}', AT);
    expect(data.number).toBe(5);
    expect(log).toHaveLength(2);
  },
);
