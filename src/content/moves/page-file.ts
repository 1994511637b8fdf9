import {nearestPlace} from '../nearest.ts';
import {idAt, pageIdOf} from '../page-id.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import type {Toolkit} from '../toolkit.ts';
import {isPage} from '../toolkit.ts';

/** The file of a page. */
export function fileOfPage(id: string): string {
  return id.startsWith('handbook/') ? `${id}.md` : `docs/${id}.md`;
}

/** A page's id, from whatever names it: its id, its file or its address. */
export function idFrom(word: string): string {
  const plain = word.trim().replaceAll('\\', '/').replace(/^\.\//, '');
  return plain.startsWith('/') ? idAt(plain) : pageIdOf(plain.replace(/\/$/, ''));
}

/** The ids of today's pages, whatever is wrong with their front matter. */
export function pageIds({documents}: Toolkit): string[] {
  return documents.filter(isPage).map(({document}) => pageIdOf(document.path));
}

/** There is no such page; the nearest is named. */
export function unknownPage(id: string, known: readonly string[]): Fault {
  const near = nearestPlace(id, known);
  return {
    problem: `no page \`${id}\` found, expected the id of a page (its path without \`docs/\` and \`.md\`)`,
    fix: near ? `Write \`${near}\`, the nearest of the ids.` : 'Write the id of a page that exists.',
  };
}
