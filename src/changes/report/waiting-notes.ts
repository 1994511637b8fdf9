import {compareText} from '../../content/problem.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {ENGLISH} from '../../language/text.ts';
import {changedPages} from '../published/changed-pages.ts';
import {pageTitles} from '../updates/announce.ts';
import type {CorrectedChange, NamedPage, WaitingNote} from './review-report.ts';

/** Every note that waits: major ones first, then by file. */
export function waitingNotes(toolkit: Toolkit, earlier: ReadonlySet<string>): WaitingNote[] {
  const nameOf = pageNamer(toolkit);
  const changed = changedPages(toolkit);
  const live = new Set(allPages(toolkit).map(({id}) => id));
  // A page that is gone has changed, and another rule reports one that was never live.
  const isUnchanged = (id: string) => live.has(id) && !changed.has(id) && toolkit.published.texts.has(id);
  return toolkit.notes
    .map(({document: {path}, data}) => {
      const pages = data.pages.map(nameOf);
      const isEarlier = earlier.has(path);
      // A correction may be about an update that described the page wrongly.
      const mayNameUnchanged = isEarlier || data.kind === 'correction';
      const unchanged = mayNameUnchanged ? [] : pages.filter(({id}) => isUnchanged(id));
      return {path, note: data, pages, unchanged, isEarlier, corrects: correctedChange(toolkit, data.corrects)};
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
export function pageNamer(toolkit: Toolkit): (id: string) => NamedPage {
  const {titleOf} = pageTitles(toolkit);
  return (id) => ({id, title: titleOf(id)});
}
