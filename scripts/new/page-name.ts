import {shortNameOf} from '../../src/model/pages/file-name.ts';
import type {Fault} from '../../src/model/problem.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';

/** Docusaurus treats this name as the page of the folder. */
const TAKEN = 'index';

/** The file of a page with this title. */
export function fileOf(title: string, folder: string): string {
  return `docs/${folder}/${shortNameOf(title)}.md`;
}

/** Why a title gives no new file in a folder of `docs/`. */
export function faultOfName(title: string, folder: string, {files}: Toolkit): Fault | undefined {
  const name = shortNameOf(title);
  if (name === '' || name === TAKEN) {
    return {
      problem: `title \`${title}\` makes no file name, expected letters or digits other than \`${TAKEN}\``,
      fix: 'Choose another title.',
    };
  }
  const file = fileOf(title, folder);
  if (!files.some(({path}) => path === file)) return undefined;
  return {problem: `\`${file}\` already exists, expected a new title`, fix: 'Edit that page, or choose another title.'};
}
