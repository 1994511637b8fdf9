import {diffPages} from '../../changes/diff/diff-pages.ts';
import {changedPages, coverageOf} from '../../changes/notes/changed-pages.ts';
import {pageTitles} from '../../changes/updates/announce.ts';
import {isGeneratedPage} from '../../content/pages/generated-pages.ts';
import {fileOfPage, successorOf} from '../../content/pages/known-pages.ts';
import {pageIdOf} from '../../content/pages/page-id.ts';
import {compareText} from '../../content/problem.ts';
import {allPages, isPage, type Toolkit} from '../../content/toolkit.ts';
import {ENGLISH} from '../../language/text.ts';
import type {CorrectedChange, NamedPage, ReviewedPage, WaitingNote} from './review-report.ts';

/** Every note that waits: major ones first, then by file. */
export function waitingNotes(toolkit: Toolkit, earlier: ReadonlySet<string>): WaitingNote[] {
  const nameOf = pageNamer(toolkit);
  const changed = changedPages(toolkit);
  const live = new Set(allPages(toolkit).map(({id}) => id));
  // A page that is gone has changed, and another rule reports one that was never live.
  const isUnchanged = (id: string) => live.has(id) && !changed.has(id) && toolkit.published.texts.has(id);
  return toolkit.notes
    .map(({document: {path}, data, key}) => {
      const pages = data.pages.map(nameOf);
      const isEarlier = earlier.has(key);
      // A correction may be about an update that described the page wrongly.
      const mayNameUnchanged = isEarlier || data.kind === 'correction';
      const unchanged = mayNameUnchanged ? [] : pages.filter(({id}) => isUnchanged(id));
      return {path, key, note: data, pages, unchanged, isEarlier, corrects: correctedChange(toolkit, data.corrects)};
    })
    .sort((a, b) => compareText(a.note.significance, b.note.significance) || compareText(a.path, b.path));
}

function correctedChange({updates}: Toolkit, name: string | undefined): CorrectedChange | undefined {
  if (name === undefined) return undefined;
  const [slug, nth] = name.split('#');
  const update = updates.find(({data}) => data.slug === slug)?.data;
  if (!update) return {name, title: '', published: '', notes: []};
  const changes = nth === undefined ? update.changes : update.changes.slice(Number(nth) - 1, Number(nth));
  const {title, published} = update;
  return {name, title, published: ENGLISH.format.range(published), notes: changes.map(({note}) => note)};
}

/** Adds its title to the id of a page; a page that is gone has its last one. */
function pageNamer(toolkit: Toolkit): (id: string) => NamedPage {
  const {titleOf} = pageTitles(toolkit);
  return (id) => ({id, title: titleOf(id)});
}

/** Every page that changed or is gone, with the notes about it; pages without a note come first. */
export function reviewedPages(toolkit: Toolkit, notes: readonly WaitingNote[]): ReviewedPage[] {
  const nameOf = pageNamer(toolkit);
  const notesOn = (id: string) => notes.filter(({note, isEarlier}) => !isEarlier && note.pages.includes(id));
  const earlier = new Set(notes.filter(({isEarlier}) => isEarlier).map(({key}) => key));
  const recent = toolkit.notes.filter(({key}) => !earlier.has(key));
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
