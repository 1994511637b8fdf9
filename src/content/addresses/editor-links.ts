import {isPagePath} from '../pages/page-id.ts';
import {CASE_STUDY_FOLDER, REFERENCE_FOLDER} from '../pages/page-kinds.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {hrefOf} from './addresses.ts';

export const EDITOR = '/edit/';

/** The folders with a form: those of the kinds of pages, and each other one that has a page. */
export function editorFolders(
  {
    case_studies,
    guidance_folders,
    collections,
  }: Pick<ToolkitConfig, 'case_studies' | 'guidance_folders' | 'collections'>,
  files: readonly string[],
): string[] {
  const studies = case_studies ? [CASE_STUDY_FOLDER] : [];
  const kinds = [...studies, ...guidance_folders, REFERENCE_FOLDER, ...collections.map(({folder}) => folder)];
  const others = files.filter(isPagePath).map((file) => file.slice(0, file.lastIndexOf('/')));
  return [...new Set([...kinds.map((folder) => `docs/${folder}`), ...others.sort()])];
}

/** The name of the form of a folder: addresses of the editor and branches have it, with no slash. */
export const formName = (folder: string) => folder.replaceAll('/', '.');
export const folderOfForm = (name: string) => name.replaceAll('.', '/');

/** Where a page can be changed: in the browser editor of the site if it has one, else at the host. */
export function changeLink(
  config: Pick<ToolkitConfig, 'editor' | 'baseUrl'> & Hosted,
  file: string,
): string | undefined {
  if (config.editor && isPagePath(file)) return `${hrefOf(config, EDITOR)}?${new URLSearchParams({page: file})}`;
  return repositoryUrl(config, `edit/${config.editor?.branch ?? 'main'}/${file}`);
}

type Hosted = Pick<ToolkitConfig, 'host' | 'repository'> & Partial<Pick<ToolkitConfig, 'host_url'>>;

/** An address of the repository at its host; `undefined` without a host. */
export function repositoryUrl({host, host_url, repository}: Hosted, path: string): string | undefined {
  if (host === 'none') return undefined;
  return `${host_url ?? `https://${host}.com`}/${repository}/${host === 'gitlab' ? '-/' : ''}${path}`;
}

export function issueUrl(config: Hosted, number: number): string | undefined {
  return repositoryUrl(config, `issues/${number}`);
}

export function proposalLink(config: Pick<ToolkitConfig, 'editor' | 'baseUrl'>): string | undefined {
  return config.editor && `${hrefOf(config, EDITOR)}?${new URLSearchParams({new: `docs/${CASE_STUDY_FOLDER}`})}`;
}
