import {CASE_STUDY_FOLDER, REFERENCE_FOLDER} from '../pages/page-kinds.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {hrefOf} from './addresses.ts';

export const EDITOR = '/edit/';

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

export function issueUrl({repository}: Pick<ToolkitConfig, 'repository'>, number: number): string {
  return `https://github.com/${repository}/issues/${number}`;
}

export function proposalLink(config: Pick<ToolkitConfig, 'editor' | 'baseUrl'>): string | undefined {
  return config.editor && `${hrefOf(config, EDITOR)}?${new URLSearchParams({new: CASE_STUDY_FOLDER})}`;
}
