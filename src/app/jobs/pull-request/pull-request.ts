import {type GitHub, listAll} from '../../../io/github/github-client.ts';

/** An open pull request. */
export interface PullRequest {
  owner: string;
  repo: string;
  number: number;
  /** Whether a program opened it, which nobody has to thank. */
  isBot: boolean;
  /** The repository of its branch, `https://github.com/owner/name`. */
  headUrl: string;
  branch: string;
  /** The commit that was checked. */
  sha: string;
}

/** A file that a pull request changes. */
export interface ChangedFile {
  path: string;
  /** Where a file was that has moved. */
  previousPath: string | undefined;
  /** `added`, `removed`, `modified`, or another of GitHub's words. */
  status: string;
}

const MAX_PAGES = 30;

/** GitHub lists no more files of a pull request. */
export const MAX_FILES = 3000;

/** The files that a pull request changes: the first 3,000, which are all that GitHub lists. */
export function listChangedFiles(github: GitHub, {owner, repo, number}: PullRequest): Promise<ChangedFile[]> {
  const place = {owner, repo, pull_number: number};
  const files = listAll(
    (page) => github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {...place, ...page}),
    MAX_PAGES,
  );
  return Array.fromAsync(files, ({filename: path, previous_filename: previousPath, status}) => ({
    path,
    previousPath,
    status,
  }));
}
