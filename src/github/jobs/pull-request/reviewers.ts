import type {ToolkitConfig} from '../../../model/schemas/toolkit-schema.ts';
import {allPages, type Toolkit} from '../../../model/toolkit.ts';
import {failedStatus, type GitHub} from '../../github-client.ts';
import type {ChangedFile, PullRequest} from './pull-request.ts';

type Role = ToolkitConfig['owners'][number];

/**
 * The roles that look after what a pull request changes, from the main branch: the owner of each page, or for a new page
 * the roles of its folder. Other files count only where no page changes.
 */
export function responsibleRoles(toolkit: Toolkit, files: readonly ChangedFile[]): Role[] {
  const {owners} = toolkit.config;
  const ownerAt = new Map(allPages(toolkit).map(({document, data}) => [document.path, data.owner]));
  const paths = files.map(({path}) => path);
  const pages = paths.filter((path) => /^(docs|handbook)\/.+\.md$/.test(path));
  const found = (pages.length > 0 ? pages : paths).flatMap((path) => {
    const owner = ownerAt.get(path);
    return owner === undefined ? rolesOfFolder(owners, path) : owners.filter(({id}) => id === owner);
  });
  return owners.filter((role) => found.includes(role));
}

/** The roles with the longest path in `owns` that contains a file, as in CODEOWNERS. */
function rolesOfFolder(owners: readonly Role[], path: string): Role[] {
  const matching = owners.map((role) => {
    const lengths = role.owns.filter((pattern) => contains(pattern, path)).map(({length}) => length);
    return {role, length: Math.max(0, ...lengths)};
  });
  const longest = Math.max(...matching.map(({length}) => length));
  return longest === 0 ? [] : matching.filter(({length}) => length === longest).map(({role}) => role);
}

function contains(pattern: string, path: string): boolean {
  return pattern === '*' || pattern === `/${path}` || (pattern.endsWith('/') && `/${path}`.startsWith(pattern));
}

/**
 * Asks the accounts and the teams of roles to review a pull request. GitHub refuses teams without access, and the token
 * of a workflow cannot see all of them: CODEOWNERS asks those. A refusal is reported and changes nothing else.
 *
 * @returns sentences for the log
 */
export async function requestReviewers(
  github: GitHub,
  {owner, repo, number, author}: PullRequest,
  roles: readonly Role[],
): Promise<string[]> {
  const names = roles.map(({team}) => team.slice(1));
  const accounts = [...names.filter((name) => !name.includes('/')), ...roles.flatMap(({assignees = []}) => assignees)];
  const reviewers = [...new Set(accounts)].filter((name) => name.toLowerCase() !== author?.toLowerCase());
  const teams = [...new Set(names.filter((name) => name.includes('/')).map((name) => name.split('/')[1] ?? ''))];
  const wanted = [
    ...(reviewers.length > 0 ? [{names: reviewers, body: {reviewers}}] : []),
    ...(teams.length > 0 ? [{names: teams, body: {team_reviewers: teams}}] : []),
  ];
  const sentences: string[] = [];
  for (const {names, body} of wanted) {
    const list = names.join(', ');
    try {
      await github.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', {
        ...{owner, repo, pull_number: number},
        ...body,
      });
      sentences.push(`Asked for a review: ${list}.`);
    } catch (error) {
      if (failedStatus(error) === undefined) throw error;
      sentences.push(`GitHub did not accept these reviewers: ${list}.`);
    }
  }
  return sentences;
}
