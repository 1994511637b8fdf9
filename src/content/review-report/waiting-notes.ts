import {changedPages} from '../coverage.ts';
import {formatRange} from '../format-date.ts';
import {compareText} from '../problem.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {pageNames} from './page-names.ts';
import type {CorrectedChange, WaitingNote} from './review-report.ts';

/** Every note that waits: those that readers must be told of first, then by file. */
export function waitingNotes(toolkit: Toolkit, earlier: ReadonlySet<string>): WaitingNote[] {
  const nameOf = pageNames(toolkit);
  const changed = changedPages(toolkit);
  const live = new Set(allPages(toolkit).map(({id}) => id));
  // A page that is gone has changed; what was never live is another rule's matter.
  const isUnchanged = (id: string) => live.has(id) && !changed.has(id) && toolkit.published.texts.has(id);
  return toolkit.notes
    .map(({document: {path}, data}) => {
      const pages = data.pages.map(nameOf);
      const isEarlier = earlier.has(path);
      // A correction may put an update right that told of the page what was not so.
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
  if (!update) return {name, title: '', published: '', told: []};
  const told = nth === undefined ? update.changes : update.changes.slice(Number(nth) - 1, Number(nth));
  const {title, published} = update;
  return {name, title, published: formatRange(published), told: told.map(({note}) => note)};
}
