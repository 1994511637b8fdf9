import {setKey} from '../../content/markdown/edit/edit-front-matter.ts';
import {pageOfNote, placeNotes} from '../../content/markdown/edit/note-places.ts';
import {pageWithId} from '../../content/pages/known-pages.ts';
import {REVIEW_SCOPES} from '../../content/schemas/review-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {isBeforeLaunch} from '../../content/updates/launch.ts';
import {publishedFingerprint, textsOf} from '../../content/updates/published.ts';
import type {FileChange} from '../../io/transaction/file-change.ts';

const REVIEW_RE = /^ledgers\/reviews\/(.+)\.json$/;

interface FormerReview {
  on: string;
  by: string;
  scope: string;
  fingerprint: string;
}

/** Moves what an earlier engine kept in files of their own into the pages: reviews, and notes about one page. */
export function leaveFormerPlaces(toolkit: Toolkit): FileChange[] {
  const reviews = moveReviews(toolkit);
  // Both may be of one page, which is written once in each pass.
  return reviews.length > 0 ? reviews : moveNotes(toolkit);
}

/** Before the launch a note is in neither place. */
function moveNotes(toolkit: Toolkit): FileChange[] {
  if (isBeforeLaunch(toolkit)) return [];
  const misplaced = toolkit.notes.filter((note) => note.item === undefined && pageOfNote(toolkit, note.data));
  const {written, removed} = placeNotes(toolkit, [], new Map(misplaced.map((note) => [note, note.data])));
  const found = new Map(toolkit.documents.map(({document}) => [document.path, document.text]));
  return [
    ...written.map((file): FileChange => ({kind: 'write', ...file, found: found.get(file.path)})),
    ...removed.map((path): FileChange => ({kind: 'remove', path, found: found.get(path) ?? ''})),
  ];
}

function moveReviews(toolkit: Toolkit): FileChange[] {
  return toolkit.files.flatMap(({path, bytes}): FileChange[] => {
    const page = pageWithId(toolkit, REVIEW_RE.exec(path)?.[1] ?? '');
    if (!page) return [];
    const {on, by, scope, fingerprint} = JSON.parse(Buffer.from(bytes).toString()) as FormerReview;
    const texts = textsOf(toolkit.published, page.id);
    const text = texts.find((one) => publishedFingerprint(toolkit, one) === fingerprint) ?? texts.at(-1);
    const {path: file, text: found} = page.document;
    const isKept = text && page.data.reviewed === undefined && (REVIEW_SCOPES as readonly string[]).includes(scope);
    const content = isKept ? setKey(found, 'reviewed', {on, by, scope, text: text.slug}) : found;
    return [
      {kind: 'remove', path, found: bytes},
      ...(isKept ? [{kind: 'write' as const, path: file, content, found}] : []),
    ];
  });
}
