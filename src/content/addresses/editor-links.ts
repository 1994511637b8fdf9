import {CASE_STUDY_FOLDER, REFERENCE_FOLDER} from '../pages/page-kinds.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {hrefOf} from './addresses.ts';

export const EDITOR = '/edit/';

type Editable = Pick<ToolkitConfig, 'guidance_folders' | 'collections'>;

export function editorFolders({guidance_folders, collections}: Editable): string[] {
  return [CASE_STUDY_FOLDER, ...guidance_folders, REFERENCE_FOLDER, ...collections.map(({folder}) => folder)];
}

/** Where a page can be changed: in the browser editor of the site if it has one and a form for the page, else at the host. */
export function changeLink(
  config: Pick<ToolkitConfig, 'editor' | 'host' | 'repository' | 'baseUrl'> & Editable,
  file: string,
): string | undefined {
  const [, folder, name] = /^docs\/([^/]+)\/([^/]+)\.md$/.exec(file) ?? [];
  if (config.editor && folder !== undefined && editorFolders(config).includes(folder)) {
    return `${hrefOf(config, EDITOR)}?${new URLSearchParams({page: `${folder}/${name}`})}`;
  }
  return repositoryUrl(config, `edit/${config.editor?.branch ?? 'main'}/${file}`);
}

type Hosted = Pick<ToolkitConfig, 'host' | 'repository'>;

/** An address of the repository at its host; `undefined` without a host. */
export function repositoryUrl({host, repository}: Hosted, path: string): string | undefined {
  if (host === 'none') return undefined;
  return host === 'gitlab' ? `https://gitlab.com/${repository}/-/${path}` : `https://github.com/${repository}/${path}`;
}

/** The page of the host on which a branch that was pushed becomes a pull request, or a merge request. */
export function pullRequestPage(config: Hosted, base: string, branch: string): string | undefined {
  return repositoryUrl(
    config,
    config.host === 'gitlab'
      ? `merge_requests/new?merge_request[source_branch]=${encodeURIComponent(branch)}`
      : `compare/${encodeURI(`${base}...${branch}`)}?expand=1`,
  );
}

export function issueUrl(config: Hosted, number: number): string | undefined {
  return repositoryUrl(config, `issues/${number}`);
}

export function proposalLink(config: Pick<ToolkitConfig, 'editor' | 'baseUrl'>): string | undefined {
  return config.editor && `${hrefOf(config, EDITOR)}?${new URLSearchParams({new: CASE_STUDY_FOLDER})}`;
}
