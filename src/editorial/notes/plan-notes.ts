import {stringify} from 'yaml';
import {changedPages} from '../../diff/published/changed-pages.ts';
import type {PlannedFile} from '../../model/files/planned-file.ts';
import {notePath} from '../../model/pages/file-name.ts';
import {pageWithId, recordedId, recordedText} from '../../model/pages/known-pages.ts';
import type {ChangeNote} from '../../model/schemas/change-note-schema.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import type {WithdrawablePage} from '../withdrawal/withdraw.ts';

/** The notes of a command about its change. */
export interface News {
  /** The note to write; absent where readers need none. */
  note: ChangeNote | undefined;
  /** Waiting notes of commands that are out of date now, by path, each with the note that replaces it. */
  outdated: ReadonlyMap<string, ChangeNote | undefined>;
}

/** A change note as commands write it: a note with the same bytes has not been edited. */
export function renderNote(note: ChangeNote): string {
  return `---\n${stringify(note, {lineWidth: 0})}---\n`;
}

/** The news of pages that have moved. A page that is at its published address again is no news. */
export function moveNews(after: Toolkit, ids: readonly string[]): News {
  const {texts} = after.published;
  const hasMoved = (id: string) => recordedId(texts, id, pageWithId(after, id)?.data.redirect_from) !== id;
  const noteFor = (pages: readonly string[]): ChangeNote | undefined => {
    if (pages.length === 0) return undefined;
    const note =
      pages.length === 1
        ? `${newAddressOf(after, pages[0] ?? '')}, and the old one leads there.`
        : `A group of ${pages.length} pages has new addresses, and the old ones lead there.`;
    return {kind: 'page-moved', significance: 'major', pages: [...pages], note};
  };
  const outdated = after.notes.flatMap(({data, document}): [string, ChangeNote | undefined][] => {
    const moved = data.pages.filter(hasMoved);
    const before = noteFor(data.pages);
    const isOutdated = moved.length < data.pages.length && before && document.text === renderNote(before);
    return isOutdated ? [[document.path, noteFor(moved)]] : [];
  });
  return {note: noteFor(ids.filter(hasMoved)), outdated: new Map(outdated)};
}

/** Readers who look for a page need the title that they know. */
function newAddressOf(after: Toolkit, id: string): string {
  const page = pageWithId(after, id);
  const known = page && recordedText(after, page)?.document().frontMatter?.title;
  const title = titleOf(after, id);
  return typeof known !== 'string' || known === title
    ? `The page "${title}" has a new address`
    : `The page "${known}" is now called "${title}". It has a new address`;
}

/** The news of a page that was withdrawn, or that is current again; none where readers know it as it is now. */
export function withdrawalNews(before: Toolkit, after: Toolkit, page: WithdrawablePage): News {
  const [earlier, now] = [before, after].map((toolkit) => noteAt(toolkit, page));
  const isChanged = changedPages(after).has(page.id);
  return {note: isChanged ? now : undefined, outdated: waitingAs(after, earlier ? [earlier] : [])};
}

/** The note for the state of a page: it is withdrawn, or it is current and readers know it as withdrawn. */
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

function waitingAs({notes}: Toolkit, written: readonly ChangeNote[]): Map<string, undefined> {
  const texts = written.map(renderNote);
  return new Map(
    notes.filter(({document}) => texts.includes(document.text)).map(({document}) => [document.path, undefined]),
  );
}

const LINKS_NOTE = 'Links to pages, sections and pictures that have a new place now lead straight there.';

/**
 * What becomes of the waiting notes once a command has changed pages: its own note, and one note for all pages of which
 * only links changed. Notes that people wrote or edited stay.
 *
 * @param after The toolkit with everything changed but the notes.
 * @param touched The ids of pages whose links changed.
 */
export function reconcileNotes(
  after: Toolkit,
  {note, outdated}: News,
  touched: readonly string[],
): {written: PlannedFile[]; removed: string[]} {
  const written = new Map([...outdated].flatMap(([path, now]) => (now ? [[path, now] as const] : [])));
  const removed = [...outdated.keys()].filter((path) => !written.has(path));
  const links = after.notes.find(({data}) => data.kind === 'content-changed' && data.note === LINKS_NOTE);
  const kept = after.notes.filter((one) => one !== links && !outdated.has(one.document.path)).map(({data}) => data);

  const waiting = [...kept, ...written.values()];
  if (note && !waiting.some((one) => says(one, note))) written.set(notePath(note.pages, renderNote(note)), note);
  const named = new Set([...waiting, ...written.values()].flatMap(({pages}) => pages));
  const changed = changedPages(after);
  const pages = [...new Set([...(links?.data.pages ?? []), ...[...touched].sort()])].filter(
    (id) => !named.has(id) && changed.has(id) && changed.get(id)?.diff.kind !== 'added',
  );
  if (pages.length > 0) {
    const own: ChangeNote = {kind: 'content-changed', significance: 'minor', pages, note: LINKS_NOTE};
    written.set(links?.document.path ?? notePath(['links'], renderNote(own)), own);
  } else if (links) removed.push(links.document.path);
  return {written: [...written].map(([path, one]) => ({path, content: renderNote(one)})), removed};
}

/** Whether a waiting note says what a new one would say. */
function says({kind, pages, note}: ChangeNote, news: ChangeNote): boolean {
  const isSameText = kind !== 'content-changed' || note === news.note;
  return kind === news.kind && isSameText && news.pages.every((id) => pages.includes(id));
}

function titleOf(toolkit: Toolkit, id: string): string {
  return pageWithId(toolkit, id)?.data.title ?? id;
}
