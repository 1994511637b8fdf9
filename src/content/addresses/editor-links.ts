import {CASE_STUDY_FOLDER, REFERENCE_FOLDER} from '../pages/page-kinds.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {hrefOf} from './addresses.ts';

export const EDITOR = '/edit/';

type Repository = Pick<ToolkitConfig, 'repository'>;
type Editable = Pick<ToolkitConfig, 'guidance_folders' | 'collections'>;

export function editorFolders({guidance_folders, collections}: Editable): string[] {
  return [CASE_STUDY_FOLDER, ...guidance_folders, REFERENCE_FOLDER, ...collections.map(({folder}) => folder)];
}

/** Where a page can be changed: in the browser editor of the site if it has one and a form for the page, else on GitHub. */
export function changeLink(
  config: Pick<ToolkitConfig, 'editor' | 'repository' | 'baseUrl'> & Editable,
  file: string,
): string {
  const [, folder, name] = /^docs\/([^/]+)\/([^/]+)\.md$/.exec(file) ?? [];
  if (config.editor && folder !== undefined && editorFolders(config).includes(folder)) {
    return `${hrefOf(config, EDITOR)}?${new URLSearchParams({page: `${folder}/${name}`})}`;
  }
  return `https://github.com/${config.repository}/edit/${config.editor?.branch ?? 'main'}/${file}`;
}

/**
 * The page of GitHub on which a pushed branch becomes a pull request.
 *
 * @param base the branch that it changes, as a remote one
 * @param remote the address of the repository with the branch, which may be a fork
 */
export function pullRequestPage({repository}: Repository, base: string, branch: string, remote: string): string {
  const [, owner] = /github\.com[:/]([\w.-]+)\//.exec(remote) ?? [];
  const head = owner && !repository.startsWith(`${owner}/`) ? `${owner}:${branch}` : branch;
  return `https://github.com/${repository}/compare/${encodeURI(`${base.replace('origin/', '')}...${head}`)}?expand=1`;
}

export function issueUrl({repository}: Repository, number: number): string {
  return `https://github.com/${repository}/issues/${number}`;
}

export function proposalLink(config: Pick<ToolkitConfig, 'editor' | 'baseUrl'>): string | undefined {
  return config.editor && `${hrefOf(config, EDITOR)}?${new URLSearchParams({new: CASE_STUDY_FOLDER})}`;
}
