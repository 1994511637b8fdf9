import type {Io} from '../cli/io.ts';
import {connectToGitHub, type GitHub, listAll} from './github-client.ts';
import {type Issue, issueSchema} from './issue-schema.ts';

/** A repository on GitHub, and a client for it. */
export interface Repository {
  github: GitHub;
  place: {owner: string; repo: string};
}

const MOST_PAGES = 10;

/** The repository of the job, or else the one in the configuration. */
export function connectToRepository(
  {env = process.env, pace}: {[Key in 'env' | 'pace']?: Io[Key] | undefined},
  configured = '',
): Repository {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? configured).split('/');
  return {github: connectToGitHub(env, pace), place: {owner, repo}};
}

/** The open issues with a label, oldest first; at most a thousand. */
export async function listOpenIssues({github, place}: Repository, label: string): Promise<Issue[]> {
  const listed = listAll(
    (page) => github.request('GET /repos/{owner}/{repo}/issues', {...place, labels: label, ...page}),
    MOST_PAGES,
  );
  const issues = await Array.fromAsync(listed, (issue) => issueSchema.parse(issue));
  return issues.filter(({pull_request: pull}) => !pull).reverse();
}

/** The current issue, which may be newer than an event. */
export async function getIssue({github, place}: Repository, number: number): Promise<Issue> {
  const {data} = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
    ...place,
    issue_number: number,
  });
  return issueSchema.parse(data);
}
