import {placeNotes} from '../../content/markdown/edit/note-places.ts';
import {pageWithId, recordedText} from '../../content/pages/known-pages.ts';
import type {WaitingNote} from '../../content/records/waiting-notes.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import type {WithdrawablePage} from '../moves/withdraw.ts';
import {changedPages} from './changed-pages.ts';

export interface News {
  /** The note to write; absent where readers need none. */
  note: ChangeNote | undefined;
  /** Waiting notes of commands that are out of date now, each with the note that replaces it. */
  outdated: ReadonlyMap<WaitingNote, ChangeNote | undefined>;
}

/** Whether a note is still as a command wrote it. */
function isSame(first: ChangeNote, second: ChangeNote): boolean {
  const [a, b] = [first, second].map((note) => JSON.stringify(Object.entries(note).sort()));
  return a === b;
}

/** The news of pages that have moved. A page that is at its published address again is no news. */
export function moveNews(after: Toolkit, ids: readonly string[]): News {
  const {texts} = after.published;
  const hasMoved = (id: string) => (pageWithId(after, id)?.ids ?? [id]).find((own) => texts.has(own)) !== id;
  const noteFor = (pages: readonly string[]): ChangeNote | undefined => {
    if (pages.length === 0) return undefined;
    const note =
      pages.length === 1
        ? `${newAddressOf(after, pages[0] ?? '')}, and the old one leads there.`
        : `A group of ${pages.length} pages has new addresses, and the old ones lead there.`;
    return {kind: 'page-moved', significance: 'major', pages: [...pages], note};
  };
  const outdated = after.notes.flatMap((waiting): [WaitingNote, ChangeNote | undefined][] => {
    const {pages} = waiting.data;
    const moved = pages.filter(hasMoved);
    const before = noteFor(pages);
    return moved.length < pages.length && before && isSame(waiting.data, before) ? [[waiting, noteFor(moved)]] : [];
  });
  return {note: noteFor(ids.filter(hasMoved)), outdated: new Map(outdated)};
}

/** Readers who look for a page need the title that they know. */
function newAddressOf(after: Toolkit, id: string): string {
  const page = pageWithId(after, id);
  const publishedTitle = page && recordedText(after, page)?.document().frontMatter?.title;
  const title = titleOf(after, id);
  return typeof publishedTitle !== 'string' || publishedTitle === title
    ? `The page "${title}" has a new address`
    : `The page "${publishedTitle}" is now called "${title}". It has a new address`;
}

/** The news of a page that was withdrawn or restored; none if readers know it as it is now. */
export function withdrawalNews(before: Toolkit, after: Toolkit, page: WithdrawablePage): News {
  const [earlier, now] = [before, after].map((toolkit) => noteAt(toolkit, page));
  const isChanged = changedPages(after).has(page.id);
  return {note: isChanged ? now : undefined, outdated: waitingAs(after, earlier ? [earlier] : [])};
}

/** The note for the state of a page: withdrawn, or current again after readers saw it withdrawn. */
function noteAt(toolkit: Toolkit, {id, title}: WithdrawablePage): ChangeNote | undefined {
  const withdrawn = pageWithId(toolkit, id)?.data.withdrawn;
  if (withdrawn) {
    const {why, replaced_by: successor} = withdrawn;
    return {
      kind: 'page-withdrawn',
      significance: 'major',
      pages: [id],
      note: `The page "${title}" is out of date and was withdrawn. It stays at its address.`,
      why,
      ...(successor !== undefined && {what_to_do: `Read "${titleOf(toolkit, successor)}" instead.`}),
    };
  }
  if (toolkit.published.texts.get(id)?.document().frontMatter?.withdrawn === undefined) return undefined;
  const note = `The page "${title}" is current again: it is no longer withdrawn.`;
  return {kind: 'content-changed', significance: 'major', pages: [id], note};
}

function waitingAs({notes}: Toolkit, written: readonly ChangeNote[]): Map<WaitingNote, undefined> {
  const same = notes.filter(({data}) => written.some((note) => isSame(data, note)));
  return new Map(same.map((waiting) => [waiting, undefined]));
}

const LINKS_NOTE = 'Links to pages, sections and pictures that have a new place now lead straight there.';

/**
 * Reconciles the waiting notes after a command changed pages: adds its own note, and one note for all pages in which
 * only links changed. Notes that people wrote or edited stay.
 *
 * @param after the toolkit with every change except the notes
 * @param touched the ids of pages whose links changed
 */
export function reconcileNotes(
  after: Toolkit,
  {note, outdated}: News,
  touched: readonly string[],
): ReturnType<typeof placeNotes> {
  const replaced = new Map(outdated);
  const links = after.notes.find(({data}) => data.kind === 'content-changed' && data.note === LINKS_NOTE);
  const remaining = after.notes.filter((waiting) => waiting !== links && !outdated.has(waiting)).map(({data}) => data);
  const waiting = [...remaining, ...[...outdated.values()].filter((now) => now !== undefined)];
  const added = note && !waiting.some((pending) => repeats(pending, note)) ? [note] : [];
  const named = new Set([...waiting, ...added].flatMap(({pages}) => pages));
  const changed = changedPages(after);
  const pages = [...new Set([...(links?.data.pages ?? []), ...[...touched].sort()])].filter(
    (id) => !named.has(id) && changed.has(id) && changed.get(id)?.diff.kind !== 'added',
  );
  const linksNote: ChangeNote | undefined =
    pages.length === 0 ? undefined : {kind: 'content-changed', significance: 'minor', pages, note: LINKS_NOTE};
  if (links && (linksNote === undefined || !isSame(links.data, linksNote))) replaced.set(links, linksNote);
  return placeNotes(after, [...added, ...(linksNote && !links ? [linksNote] : [])], replaced);
}

/** Whether a waiting note says what a new one would say. */
function repeats({kind, pages, note}: ChangeNote, news: ChangeNote): boolean {
  const isSameText = kind !== 'content-changed' || note === news.note;
  return kind === news.kind && isSameText && news.pages.every((id) => pages.includes(id));
}

function titleOf(toolkit: Toolkit, id: string): string {
  return pageWithId(toolkit, id)?.data.title ?? id;
}
