import {measureDiff} from '../../../src/diff/measure-diff.ts';
import {changedPages, uncoveredChanges} from '../../../src/diff/published/changed-pages.ts';
import type {ReviewedPage} from '../../../src/editorial/change-report/review-report.ts';
import {reviewedPages} from '../../../src/editorial/change-report/reviewed-pages.ts';
import {waitingNotes} from '../../../src/editorial/change-report/waiting-notes.ts';
import {notesNotDue, scheduledNotes} from '../../../src/editorial/publish/scheduled-notes.ts';
import {commandLine} from '../../../src/format/command-line.ts';
import {ENGLISH} from '../../../src/language/text.ts';
import type {Toolkit} from '../../../src/model/toolkit.ts';
import {hasPublished, isBeforeLaunch} from '../../../src/model/updates/launch.ts';
import {byRole, type DashboardRow, type DashboardSection, literal, ownerLabel} from './row-parts.ts';

const NO_EARLIER_NOTES: ReadonlySet<string> = new Set();

/** Pages that differ from their published text, and that no note mentions. */
export function unnotedSection(toolkit: Toolkit): DashboardSection {
  const isNew = !hasPublished(toolkit);
  const rows = reviewedPages(toolkit, waitingNotes(toolkit, NO_EARLIER_NOTES))
    .filter(({notes}) => notes.length === 0)
    .map((page) => unnotedRow(page, toolkit));
  return {
    id: 'without-note',
    title: 'Changes without a note',
    about: 'Each page differs from what readers see now. Write a note that says what changed.',
    rows: isNew ? undefined : byRole(toolkit.config, rows),
    ...(isNew && {
      unseen:
        'Nothing has been published yet, so no change needs a note. Run `npm run publish -- --launch` when the toolkit becomes public.',
    }),
  };
}

function unnotedRow({id, title, path, diff, movedTo}: ReviewedPage, {documents, config}: Toolkit): DashboardRow {
  const isGone = diff.kind === 'removed' && !movedTo;
  const document = documents.find((entry) => entry.document.path === path)?.document;
  const changed = isGone ? 'The page is gone.' : `The page has changed: ${measureDiff(diff)}.`;
  return {
    title,
    id,
    matter: movedTo ? `It is now ${literal(movedTo.id)}.` : diff.kind === 'added' ? 'The page is new.' : changed,
    owner: ownerLabel(config, document?.frontMatter?.owner),
    command: isGone
      ? commandLine('withdraw', id, '--why', '...')
      : commandLine('new', 'note', '--pages', movedTo?.id ?? id),
  };
}

/** Change notes that wait to be published, also those that cannot be read. */
export function notesSection(toolkit: Toolkit): DashboardSection {
  const waiting = waitingNotes(toolkit, NO_EARLIER_NOTES);
  const changed = [...changedPages(toolkit).values()];
  const uncovered = new Set(
    changed.filter((one) => uncoveredChanges(one, toolkit.notes).length > 0).map(({page}) => page.id),
  );
  const read = new Set(waiting.map(({path}) => path));
  const broken = toolkit.documents.filter(({kind, document}) => kind === 'change-note' && !read.has(document.path));
  const rows = waiting.map(({path, note, unchanged}): DashboardRow => {
    const isLeft = note.pages.some((id) => uncovered.has(id));
    const left = isLeft ? ' It leaves out a change of a page.' : '';
    const idle = unchanged.length > 0 ? ` Not changed: ${listIds(unchanged.map(({id}) => id))}.` : '';
    return {
      group: note.significance === 'major' ? 'Major' : 'Small corrections',
      title: note.note,
      id: path,
      matter: `Pages: ${listIds(note.pages)}.${idle}${left}`,
      command: isBeforeLaunch(toolkit)
        ? commandLine('publish', '--launch')
        : idle || left
          ? commandLine('review')
          : commandLine('publish', '--dry-run'),
    };
  });
  const unread = broken.map(({document: {path}}) => ({
    group: 'Cannot be read',
    title: path,
    id: path,
    matter: 'Fix it first.',
    command: commandLine('check', path),
  }));
  return {
    id: 'notes',
    title: 'Notes that wait',
    about:
      'Publishing turns all of them into one update. The command shows it; without `--dry-run` the command publishes it.',
    rows: [...rows, ...unread],
  };
}

/** Notes that may not be published before a day. */
export function scheduledSection(toolkit: Toolkit, today: string): DashboardSection {
  const isHeld = notesNotDue(toolkit, today).length > 0;
  return {
    id: 'scheduled',
    title: 'Scheduled',
    about: isHeld
      ? 'No note is published before the last of these days. To stop one, change or remove `not_before` in its file.'
      : 'The day of each has come. To stop one, change or remove `not_before` in its file.',
    rows: scheduledNotes(toolkit).map(({document: {path}, data, day}) => ({
      title: data.note,
      id: path,
      matter: `Not before ${ENGLISH.format.day(day)}. ${SCHEDULED_NEXT[toolkit.config.scheduled_publishing]}`,
      command: day > today ? commandLine('publish', '--dry-run') : commandLine('publish'),
    })),
  };
}

/** What happens on the day, by what is configured. */
const SCHEDULED_NEXT: Readonly<Record<Toolkit['config']['scheduled_publishing'], string>> = {
  off: 'An editor then publishes it.',
  'pull-request': 'The daily workflow then opens a pull request that publishes it.',
  publish: 'The daily workflow then publishes it.',
};

function listIds(ids: readonly string[]): string {
  return ids.map(literal).join(', ');
}
