import type {GitHub} from '../github-client.ts';
import {ExitError} from '../io.ts';
import type {WorkflowRunEvent} from './read-event.ts';

/** The open pull request that a run was for. */
export interface PullRequest {
  number: number;
  /** The repository that holds its branch, `https://github.com/owner/name`. */
  headUrl: string;
}

/**
 * Finds the pull request of a run by what GitHub itself says of the run: the artefact is never asked. The event names
 * none where the branch lies in a fork, and a commit's own list holds none of forks, so open ones are listed by branch
 * and held against the commit. https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
 *
 * @returns the pull request, or why there is nothing to say to it
 */
export async function findPullRequest(github: GitHub, event: WorkflowRunEvent): Promise<PullRequest | string> {
  const {workflow_run: run, repository} = event;
  const {head_repository: head} = run;
  if (!head?.owner || run.head_branch === null) return 'the branch of the run is gone';
  const {data} = await github.request('GET /repos/{owner}/{repo}/pulls', {
    owner: repository.owner.login,
    repo: repository.name,
    state: 'open',
    head: `${head.owner.login}:${run.head_branch}`,
    per_page: 100,
  });
  // GitHub lists all where it cannot read `head`, and an owner may have several repositories with such a branch.
  const ofBranch = data.filter(({head: {ref, repo}}) => ref === run.head_branch && repo?.id === head.id);
  const [found, ...others] = ofBranch.filter(({head: {sha}}) => sha === run.head_sha);
  if (others.length > 0) {
    throw new ExitError(
      `${others.length + 1} open pull requests have the head of the run, expected one`,
      'Close all but one of them, or read the report in the run.',
      1,
    );
  }
  if (found) return {number: found.number, headUrl: found.head.repo.html_url};
  return ofBranch.length > 0 ? 'the branch has moved on since, and has a newer run' : 'no open pull request has it';
}
