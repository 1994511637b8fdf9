import type {Io} from '../fs/io.ts';
import {connectToGitHub, type GitHub} from './github-client.ts';
import {type Issue, issueSchema} from './issue-schema.ts';

/** A repository on GitHub, and a client for it. */
export interface Repository {
  github: GitHub;
  place: {owner: string; repo: string};
}

const PER_PAGE = 100;

/** Older feedback can be read from an export. */
const MOST_PAGES = 10;

/** The repository of the job, or else the one in the configuration. */
export function connectToRepository(
  {env = process.env, pace}: Pick<Io, 'env' | 'pace'>,
  configured: string,
): Repository {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? configured).split('/');
  return {github: connectToGitHub(env, pace), place: {owner, repo}};
}

/** All issues with a label, open and closed, newest first; at most a thousand. */
export async function listIssues({github, place}: Repository, label: string): Promise<Issue[]> {
  const found: Issue[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const {data} = await github.request('GET /repos/{owner}/{repo}/issues', {
      ...place,
      labels: label,
      state: 'all',
      per_page: PER_PAGE,
      page,
    });
    found.push(...data.map((issue) => issueSchema.parse(issue)));
    if (data.length < PER_PAGE) break;
  }
  return found.filter(({pull_request: pull}) => !pull);
}

/** The current issue, which may be newer than an event. */
export async function getIssue({github, place}: Repository, number: number): Promise<Issue> {
  const {data} = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
    ...place,
    issue_number: number,
  });
  return issueSchema.parse(data);
}
