import {existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import type {Sidebar} from '../content/sidebar.ts';
import {docsIds, sidebarGroups, sidebarIds} from '../content/sidebar.ts';
import type {SourceFile} from '../content/toolkit.ts';
import {isLink} from './read-files.ts';

export const SIDEBARS_FILE = 'sidebars.ts';

/** Reads which pages `sidebars.ts` lists; `undefined` where there is no such file, or a link in its place: it runs as code. */
export function loadSidebar(cwd: string, files: readonly Pick<SourceFile, 'path'>[]): Sidebar | undefined {
  const file = path.join(cwd, SIDEBARS_FILE);
  if (!existsSync(file) || isLink(file)) return undefined;
  try {
    const {default: sidebars} = createRequire(file)(file) as {default?: unknown};
    if (typeof sidebars !== 'object' || sidebars === null) return unreadable('it exports no sidebars');
    const pageIds = docsIds(files);
    return {groups: sidebarGroups(sidebars, pageIds), ids: sidebarIds(sidebars, pageIds), broken: []};
  } catch (error) {
    return unreadable(firstLine((error as Error).message).replaceAll(cwd + path.sep, ''));
  }
}

function unreadable(reason: string): Sidebar {
  return {
    groups: [],
    ids: [],
    broken: [
      {
        path: SIDEBARS_FILE,
        problem: `file cannot be read (${reason}), expected sidebars as its default export`,
        fix: 'Mend the file, or take back the change that broke it.',
      },
    ],
  };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
