import {changedPages} from '../coverage.ts';
import {notePath} from '../drafts/note-draft.ts';
import {headingsOf} from '../headings.ts';
import type {PlannedFile} from '../publish/planned-file.ts';
import type {ChangeNote} from '../schemas/change-note-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {isLinksNote, isOwnNote, linksNote, movedNote, renamedIn, renderNote} from './own-notes.ts';
import {recordedId} from './was-published.ts';

/** What becomes of the waiting notes. */
interface SettledNotes {
  written: PlannedFile[];
  removed: string[];
}

type WaitingNote = Toolkit['notes'][number];

/**
 * The waiting notes once a command has changed pages: its own note, one note for all pages of which links alone
 * changed, and no note of a command that was taken back. What people wrote themselves stays.
 *
 * @param after The toolkit with everything changed but the notes.
 * @param news The command's own note, of which a part may be no news to readers.
 * @param touched The ids of pages whose links changed.
 */
export function settleNotes(after: Toolkit, news: ChangeNote | undefined, touched: readonly string[]): SettledNotes {
  const settled: SettledNotes = {written: [], removed: []};
  const kept: ChangeNote[] = [];
  const own = news && partThatIsSo(after, news);
  for (const note of after.notes.filter(({data}) => !isLinksNote(data))) {
    const told = stillTold(after, note);
    if (told) kept.push(told);
    else settled.removed.push(note.document.path);
    if (told && told !== note.data) settled.written.push({path: note.document.path, content: renderNote(told)});
  }
  const isTold = kept.some(
    ({kind, pages, note}) =>
      kind === own?.kind &&
      own.pages.every((id) => pages.includes(id)) &&
      (kind !== 'content-changed' || note === own.note),
  );
  if (own && !isTold) {
    const path = notePath(own.pages, (file) => isTaken(after, settled, file));
    settled.written.push({path, content: renderNote(own)});
    kept.push(own);
  }
  settleLinks(after, touched, new Set(kept.flatMap(({pages}) => pages)), settled);
  return settled;
}

/** What a note tells still; all of it where it is no note of a command. */
function stillTold(after: Toolkit, {data, document}: WaitingNote): ChangeNote | undefined {
  return isOwnNote(data, document.text) ? partThatIsSo(after, data) : data;
}

/** A note without the pages of which it is not so, because they are again as readers know them. */
function partThatIsSo(after: Toolkit, note: ChangeNote): ChangeNote | undefined {
  const pages = note.pages.filter((id) => isSo(after, note, id));
  if (pages.length === note.pages.length) return note;
  if (pages.length === 0 || note.kind !== 'page-moved') return undefined;
  return movedNote(
    pages,
    pages.map((id) => titleOf(after, id)),
  );
}

function isSo(after: Toolkit, note: ChangeNote, id: string): boolean {
  const page = allPages(after).find((entry) => entry.id === id);
  if (!page) return true;
  if (note.kind === 'page-moved') {
    return after.published.texts.size > 0 ? recordedId(after, id) !== id : page.data.redirect_from !== undefined;
  }
  if (note.kind === 'page-withdrawn') return page.data.withdrawn !== undefined;
  const section = renamedIn(note);
  return !section || headingsOf(page.document.text).some(({text}) => text === section.after);
}

function settleLinks(
  after: Toolkit,
  touched: readonly string[],
  told: ReadonlySet<string>,
  settled: SettledNotes,
): void {
  const changed = changedPages(after);
  const waiting = after.notes.find(({data}) => isLinksNote(data));
  const candidates = new Set([...(waiting?.data.pages ?? []), ...[...touched].sort()]);
  const pages = [...candidates].filter(
    (id) => !told.has(id) && changed.has(id) && changed.get(id)?.diff.kind !== 'added',
  );
  if (pages.length === 0) {
    if (waiting) settled.removed.push(waiting.document.path);
    return;
  }
  const path = waiting?.document.path ?? notePath(['links'], (file) => isTaken(after, settled, file));
  const content = renderNote(linksNote(pages));
  if (content !== waiting?.document.text) settled.written.push({path, content});
}

/** Whether a note lies there and stays, or was just written. */
function isTaken({files}: Toolkit, {written, removed}: SettledNotes, path: string): boolean {
  return (
    written.some((file) => file.path === path) || (!removed.includes(path) && files.some((file) => file.path === path))
  );
}

function titleOf(toolkit: Toolkit, id: string): string {
  return allPages(toolkit).find((page) => page.id === id)?.data.title ?? id;
}
