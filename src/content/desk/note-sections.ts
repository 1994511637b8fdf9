import {measureDiff} from '../diff/measure-diff.ts';
import type {ReviewedPage} from '../review-report/review-report.ts';
import {reviewedPages} from '../review-report/reviewed-pages.ts';
import {waitingNotes} from '../review-report/waiting-notes.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskRow, DeskSection} from './desk.ts';
import {literal} from './literal.ts';
import {byRole, ownerLabel} from './owner-label.ts';

const NO_EARLIER_NOTES: ReadonlySet<string> = new Set();

/** Pages that say something else than their text on record, with no note that tells readers. */
export function unnotedSection(toolkit: Toolkit): DeskSection {
  const isNew = toolkit.published.texts.size === 0;
  const rows = reviewedPages(toolkit, waitingNotes(toolkit, NO_EARLIER_NOTES))
    .filter(({notes}) => notes.length === 0)
    .map((page) => unnotedRow(page, toolkit));
  return {
    id: 'without-note',
    title: 'Changes without a note',
    about: 'Each page says something else than what readers see now. Say in a note what changed.',
    none: 'Every page says what it said when it was published, or a note tells what changed.',
    rows: isNew ? undefined : byRole(toolkit.config, rows),
    ...(isNew && {unseen: 'No page has been published yet, so there is no text to compare with.'}),
  };
}

function unnotedRow({id, title, path, diff, movedTo}: ReviewedPage, {documents, config}: Toolkit): DeskRow {
  const isGone = diff.kind === 'removed' && !movedTo;
  const document = documents.find((entry) => entry.document.path === path)?.document;
  const told = diff.kind === 'added' ? 'The page is new' : isGone ? 'The page is gone' : changeWords(diff);
  return {
    title,
    id,
    matter: movedTo ? `It is now ${literal(movedTo.id)}.` : `${told}.`,
    owner: ownerLabel(config, document?.frontMatter?.owner),
    command: isGone ? commandLine('withdraw', id) : commandLine('new', 'note', '--pages', movedTo?.id ?? id),
  };
}

function changeWords(diff: ReviewedPage['diff']): string {
  return `The page has changed: ${measureDiff(diff)}`;
}

/** Change notes that wait to be published; those that cannot be read are told too. */
export function notesSection(toolkit: Toolkit): DeskSection {
  const waiting = waitingNotes(toolkit, NO_EARLIER_NOTES);
  const read = new Set(waiting.map(({path}) => path));
  const broken = toolkit.documents.filter(({kind, document}) => kind === 'change-note' && !read.has(document.path));
  const rows = waiting.map(({path, note, unchanged}): DeskRow => {
    const idle = unchanged.length > 0 && ` What it names has not changed: ${listIds(unchanged.map(({id}) => id))}.`;
    return {
      group: note.significance === 'major' ? 'Readers must be told' : 'Small corrections',
      title: note.note,
      id: path,
      matter: `It tells of ${listIds(note.pages)}.${idle || ''}`,
      command: idle ? commandLine('review') : commandLine('publish', '--dry-run'),
    };
  });
  return {
    id: 'notes',
    title: 'Notes that wait',
    about:
      'Readers see nothing of these until somebody publishes them: all of them together become one update. The command shows it; without `--dry-run` it publishes.',
    none: 'No note waits in this folder.',
    rows: [
      ...rows,
      ...broken.map(({document: {path}}) => ({
        group: 'Cannot be read',
        title: path,
        id: path,
        matter: 'What it says cannot be read.',
        command: commandLine('check', path),
      })),
    ],
  };
}

function listIds(ids: readonly string[]): string {
  return ids.map(literal).join(', ');
}
