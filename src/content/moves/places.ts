import {pageIdOf} from '../page-id.ts';

/** The folders in which pages, pictures and downloads lie. */
export const ROOMS = ['docs', 'handbook', 'static'] as const;

/** How the command is used, for whoever gave it something else. */
export const MOVE_USAGE =
  'Write `npm run move -- <from> <to>`, such as `npm run move -- approaches/old-name approaches/new-name`.';

/** A path as people write it: a page by its id, a folder without `docs/`. */
export function shownPlace(path: string): string {
  return path.endsWith('.md') ? pageIdOf(path) : path.replace(/^docs\//, '');
}

/** A target with the extension of the file that moves there, where none is written. */
export function withExtension(target: string, file: string): string {
  const extension = /\.[^./]+$/.exec(file)?.[0] ?? '';
  return /\.[^./]+$/.test(target) ? target : target + extension;
}
