import {globSync} from 'node:fs';
import path from 'node:path';

/** The folder of the engine's theme. */
export const THEME = path.join(import.meta.dirname, '..', 'theme');

/** The names of the components in the folder of a theme, `DocItem/Layout`, sorted. */
export function componentNames(folder: string): string[] {
  const files = globSync('**/*.{tsx,ts,jsx,js}', {cwd: folder}).map((file) => file.split(path.sep).join('/'));
  return files.map((file) => file.replace(/(\/index)?\.\w+$/, '')).sort();
}

/** A wrap of these changes nothing: no page of the engine shows the first, and the second is no component but a list. */
export const NOT_WRAPPED = ['Layout', 'MDXComponents'];

/** The components of the engine whose wrap shows on pages. */
export const WRAPPED = componentNames(THEME).filter((name) => !NOT_WRAPPED.includes(name));
