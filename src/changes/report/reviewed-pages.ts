import {isGeneratedPage} from '../../content/pages/generated-pages.ts';
import {fileOfPage, successorOf} from '../../content/pages/known-pages.ts';
import {pageIdOf} from '../../content/pages/page-id.ts';
import {compareText} from '../../content/problem.ts';
import {isPage, type Toolkit} from '../../content/toolkit.ts';
import {diffPages} from '../diff/diff-pages.ts';
import {changedPages, coverageOf} from '../published/changed-pages.ts';
import type {ReviewedPage, WaitingNote} from './review-report.ts';
import {pageNamer} from './waiting-notes.ts';

/** Every page that changed or is gone, with the notes about it; pages without a note come first. */
export function reviewedPages(toolkit: Toolkit, notes: readonly WaitingNote[]): ReviewedPage[] {
  const nameOf = pageNamer(toolkit);
  const notesOn = (id: string) => notes.filter(({note, isEarlier}) => !isEarlier && note.pages.includes(id));
  const earlier = new Set(notes.filter(({isEarlier}) => isEarlier).map(({path}) => path));
  const recent = toolkit.notes.filter(({document}) => !earlier.has(document.path));
  const changed = [...changedPages(toolkit).values()].map((change) => ({
    ...nameOf(change.page.id),
    path: change.page.document.path,
    diff: change.diff,
    notes: notesOn(change.page.id),
    coverage: coverageOf(change, recent),
    movedTo: undefined,
  }));
  return [...changed, ...gonePages(toolkit, notesOn)].sort(
    (a, b) => Math.min(a.notes.length, 1) - Math.min(b.notes.length, 1) || compareText(a.id, b.id),
  );
}

function gonePages(toolkit: Toolkit, notesOn: (id: string) => WaitingNote[]): ReviewedPage[] {
  const nameOf = pageNamer(toolkit);
  const ids = new Set(toolkit.documents.filter(isPage).map(({document}) => pageIdOf(document.path)));
  return [...toolkit.published.texts]
    .filter(([id]) => !ids.has(id) && !isGeneratedPage(id))
    .map(([id, before]) => {
      const successor = successorOf(toolkit, id);
      const diff = diffPages(before.document(), successor?.document, toolkit.config.vocabularies);
      // The note about a moved page names its new id.
      const notes = [...new Set([id, ...(successor ? [successor.id] : [])].flatMap(notesOn))];
      return {
        ...nameOf(id),
        path: fileOfPage(id),
        diff,
        notes,
        coverage: [],
        movedTo: successor && nameOf(successor.id),
      };
    });
}
