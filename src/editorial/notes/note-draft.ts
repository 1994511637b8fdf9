import type {ChangedPage} from '../../diff/published/changed-pages.ts';
import {fileNameOf} from '../../model/pages/file-name.ts';
import type {ChangeNote} from '../../model/schemas/change-note-schema.ts';

/** The likeliest kind of a change of these pages. */
export function proposedKind(changed: readonly ChangedPage[]): ChangeNote['kind'] {
  const isStudy = ({page}: ChangedPage) => page.document.path.startsWith('docs/case-studies/');
  if (changed.every(({diff}) => diff.kind === 'added')) {
    return changed.every(isStudy) ? 'case-study-added' : 'page-added';
  }
  if (changed.some(({page}) => page.data.withdrawn)) return 'page-withdrawn';
  const edits = changed.flatMap(({diff}) => diff.edits);
  if (edits.every(({kind}) => kind === 'added')) return 'content-added';
  return edits.every(({kind}) => kind === 'removed') ? 'content-removed' : 'content-changed';
}

/** A free path for a note, named after the first page that it is about. */
export function notePath(pages: readonly string[], isTaken: (path: string) => boolean): string {
  const name = fileNameOf(pages[0]?.split('/').at(-1) ?? 'note') || 'note';
  const pathOf = (nth: number) => `blog/_pending/${name}${nth === 1 ? '' : `-${nth}`}.md`;
  let nth = 1;
  while (isTaken(pathOf(nth))) nth += 1;
  return pathOf(nth);
}
