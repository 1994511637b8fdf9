import {expect, test} from 'vitest';
import {startGitHub} from '../../support/network/github-stand-in.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {FULL_DASHBOARD as FULL} from '../../support/toolkits/dashboard-toolkit.ts';

/** The first part of the review: what waits besides changes. */
async function waiting(files: Readonly<Record<string, string>>): Promise<string> {
  const {stdout} = await runCommand(['review'], folderWith(files));
  return stdout.slice(0, stdout.indexOf('## Notes that wait'));
}

test('everything that waits is listed by kind, with how many there are and what to do', async () => {
  expect(await waiting(FULL)).toMatchSnapshot();
});

test('`--live` also lists open feedback and proposals, the oldest first, and only reads', async () => {
  const github = await startGitHub('example-org/flood');
  const issue = {title: 'Feedback', body: 'Ask Mrs Smith.', state: 'open', labels: ['feedback']} as const;
  github.issues.push(
    {...issue, labels: ['feedback'], number: 12, createdAt: '2026-11-20T10:00:00Z'},
    {...issue, labels: ['feedback'], number: 9, createdAt: '2026-11-01T10:00:00Z'},
    {...issue, labels: ['feedback'], number: 13, state: 'closed'},
    {...issue, labels: ['case-study'], number: 30, createdAt: '2026-11-22T10:00:00Z'},
  );
  const {code, stdout} = await runCommand(['review', '--live'], folderWith(FULL), {env: github.env});
  expect(code).toBe(1);
  const url = 'https://github.com/example-org/flood/issues';
  expect(stdout.slice(stdout.indexOf('## Feedback'), stdout.indexOf('\n## Notes that wait'))).toBe(`## Feedback (2)

Read and answer each on GitHub.

- [Number 9](${url}/9), since 1 November 2026
- [Number 12](${url}/12), since 20 November 2026

## Proposals (1)

Read and answer each on GitHub.

- [Number 30](${url}/30), since 22 November 2026
`);
  expect(github.log.every((request) => request.startsWith('GET '))).toBe(true);
});
