import {coverIn, foldName, type NoteWords} from '../../changes/diff/meaning/coverage.ts';
import {measureDiff} from '../../changes/diff/measure-diff.ts';
import {describeEdit} from '../../changes/diff/render/describe-edit.ts';
import {type ChangedPage, changedPages, uncoveredChanges, whyMajor} from '../../changes/notes/changed-pages.ts';
import {proposedKind} from '../../changes/notes/note-draft.ts';
import {brokenPages, listUnread} from '../../content/files/unread-files.ts';
import {checkFrontMatter} from '../../content/front-matter/check-front-matter.ts';
import {placeNotes} from '../../content/markdown/edit/note-places.ts';
import type {Fault} from '../../content/problem.ts';
import {isBeforeLaunch} from '../../content/records/launch.ts';
import {type ChangeNote, changeNoteSchema} from '../../content/schemas/change-note-schema.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {commandLine} from '../../format/command-line.ts';
import {ExitError, toExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import {commit} from '../../io/transaction/commit.ts';
import {explainIssues} from '../../rules/front-matter/explain-issues.ts';
import type {NewOptions} from './options.ts';

/** In place of pages, where a note is about none. */
const NO_PAGE = 'none';

/** Options that become keys of the note unchanged. */
const TEXT_OPTIONS = ['note', 'corrects', 'why', 'who-is-affected', 'what-to-do', 'not-before'] as const;

/** Writes a change note about changed pages that no waiting note names yet, or whose notes leave out a change. */
export async function newNote(toolkit: Toolkit, options: NewOptions, io: Io): Promise<void> {
  if (isBeforeLaunch(toolkit)) {
    throw new ExitError(
      'this toolkit is not launched: no change needs a note',
      'Run `npm run publish -- --launch` when it becomes public.',
      {code: 1},
    );
  }
  // A label or the menu is on no page of its own.
  const isWithoutPage = options.pages?.trim() === NO_PAGE;
  const named = isWithoutPage ? [] : options.pages?.split(',').map((id) => id.trim());
  // A page that has a note may need another, about a later change.
  const again = [...changedPages(toolkit)].filter(([id]) => named?.includes(id));
  const waiting = new Map([...withoutNote(toolkit), ...again]);
  const isCorrection = options.corrects !== undefined || options.kind === 'correction';
  const known = [...waiting.keys()];
  reportUnreadPages(toolkit, named, known.length === 0 && !isCorrection && !isWithoutPage, io);
  if (known.length === 0 && !isCorrection && !isWithoutPage) {
    throw new ExitError(
      'no changed page lacks a note, expected a change that readers see and no waiting note covers',
      'Change a page first; `npm run move` and `npm run withdraw` write their own notes. For a second note on a page, name it with `--pages`.',
      {code: 1},
    );
  }
  printChanges(waiting, io);
  // A correction may be about an update that described an unchanged page wrongly.
  const allowed = isCorrection ? allPages(toolkit).map(({id}) => id) : known;
  const proposed = isCorrection && known.length === 0 ? correctedPages(toolkit, options.corrects) : known;
  const faults = checkPagesOption(named ?? proposed, allowed, isCorrection);
  const pages = faults.length > 0 || !named ? proposed : named;
  const changed = pages.flatMap((id) => waiting.get(id) ?? []);
  const kind =
    options.kind ?? (isCorrection ? 'correction' : isWithoutPage ? 'content-changed' : proposedKind(changed));
  const significance = options.significance ?? (kind === 'correction' ? 'major' : undefined);
  if (significance === undefined) faults.push(missingSignificance(changed));
  const covers = coversFrom(options.covers, missingIn(toolkit, changed, {kind, note: options.note ?? ''}));
  // The schema rejects what is not a number.
  const answers = options.answers?.split(',').map((number) => Number(number.trim() || Number.NaN));
  const note = {
    ...{kind, significance: significance ?? 'major', pages},
    ...Object.fromEntries(
      TEXT_OPTIONS.flatMap((name) => (options[name] === undefined ? [] : [[name.replaceAll('-', '_'), options[name]]])),
    ),
    ...(answers && {answers}),
    ...(covers.length > 0 && {covers}),
  };
  faults.push(...faultsOf(note));
  if (faults.length > 0) throw toExitError(faults);
  const [file] = placeNotes(toolkit, [note as ChangeNote]).written;
  if (!file) throw new Error('a note has one place');
  const found = toolkit.documents.find(({document}) => document.path === file.path)?.document.text;
  await commit(io.cwd, {command: 'new', changes: [{...file, found}]});
  io.stdout.write(`added a note ${pages.length > 0 ? `on ${pages.join(', ')} to` : 'without a page:'} ${file.path}\n`);
  const others = toolkit.notes.filter(({data}) => data.pages.some((id) => pages.includes(id)));
  if (others.length > 0) {
    const paths = [...new Set(others.map(({document}) => document.path))].join(', ');
    io.stdout.write(
      `Readers see it in addition to what waits in ${paths}. To say it all in one note, edit one and delete the other.\n`,
    );
  }
  io.stdout.write('Next: run `npm run check`, and send the change.\n');
}

/** Reports pages that cannot be read, and so not compared; throws if the note is meant for one of them. */
function reportUnreadPages(toolkit: Toolkit, named: readonly string[] | undefined, isAny: boolean, {stderr}: Io): void {
  const broken = brokenPages(toolkit);
  const meant = broken.filter(({id}) => named?.includes(id) ?? isAny);
  if (meant.length > 0) {
    throw toExitError(
      meant.map(({path: file}) => ({
        problem: `\`${file}\` cannot be read, expected a page to compare with its published text`,
        fix: `Run \`${commandLine('check', file)}\`, and fix the file.`,
      })),
    );
  }
  if (broken.length > 0) stderr.write(`${listUnread(broken.map(({path: file}) => file))}\n`);
}

/** The changed pages that no waiting note names, and those of which the notes leave out a change. */
function withoutNote(toolkit: Toolkit): ReadonlyMap<string, ChangedPage> {
  const named = new Set(toolkit.notes.flatMap(({data}) => data.pages));
  const isLeft = ([id, changed]: [string, ChangedPage]) =>
    !named.has(id) || uncoveredChanges(changed, toolkit.notes).length > 0;
  return new Map([...changedPages(toolkit)].filter(isLeft));
}

/** The names of the changes that neither the waiting notes nor the new one states. */
function missingIn(toolkit: Toolkit, changed: readonly ChangedPage[], note: NoteWords): string[] {
  const left = changed.flatMap((page) => uncoveredChanges(page, toolkit.notes));
  return [...new Set(left.filter((change) => !coverIn(change, note)).map(({id}) => id))];
}

/** The changes that the note describes in other words, among those that its sentence does not state. */
function coversFrom(typed = '', missing: readonly string[]): string[] {
  const named = typed.split(';').map(foldName);
  return missing.filter((id) => typed === 'all' || named.includes(foldName(id)));
}

/** Prints each change, to help the author of the note. */
function printChanges(waiting: ReadonlyMap<string, ChangedPage>, {stdout}: Io): void {
  for (const [id, {page, diff, changes}] of waiting) {
    stdout.write(`${id}: ${page.data.title}: ${diff.kind === 'added' ? 'new page' : measureDiff(diff)}\n`);
    if (diff.kind !== 'added') for (const edit of diff.edits) stdout.write(`  ${describeEdit(edit)}\n`);
    const named = changes();
    if (named.length > 0) stdout.write('  The note has to cover:\n');
    for (const change of named) stdout.write(`    ${change.id}\n`);
  }
}

/** The live pages of the update that is corrected, or of one change in it. */
function correctedPages(toolkit: Toolkit, corrects = ''): string[] {
  const [slug, number] = corrects.split('#');
  const {changes = []} = toolkit.updates.find(({data}) => data.slug === slug)?.data ?? {};
  const corrected = new Set(
    (number === undefined ? changes : changes.slice(Number(number) - 1, Number(number))).flatMap(({pages}) => pages),
  );
  return allPages(toolkit).flatMap(({id}) => (corrected.has(id) ? [id] : []));
}

function checkPagesOption(named: readonly string[], allowed: readonly string[], isCorrection: boolean): Fault[] {
  const stray = named.find((id) => !allowed.includes(id));
  if (isCorrection && (named.length === 0 || stray !== undefined)) {
    const problem = stray
      ? `option \`--pages\` names \`${stray}\`, expected pages of the toolkit`
      : 'option `--pages` is missing, expected the pages that the corrected update was about';
    return [{problem, fix: 'Write their ids, separated by commas: `--pages index,reference/history`.'}];
  }
  if (stray === undefined) return [];
  const problem = `option \`--pages\` names \`${stray}\`, expected pages that have changed and have no note: ${allowed.join(', ')}`;
  return [{problem, fix: 'Name some of these, or leave the option out for all of them.'}];
}

/** Why the changes are major, page by page. */
function whyMajorChanges(changed: readonly ChangedPage[]): string | undefined {
  const reasons = changed.map((one) => ({id: one.page.id, why: whyMajor(one)})).filter(({why}) => why !== undefined);
  return reasons.map(({id, why}) => `\`${id}\` ${why}`).join('; ') || undefined;
}

/** The author decides the significance, unless the change affects what readers act on. */
function missingSignificance(changed: readonly ChangedPage[]): Fault {
  const major = whyMajorChanges(changed);
  return {
    problem:
      'option `--significance` is missing, expected `major` if a reader who relied on the page would act differently, otherwise `minor`',
    fix: major
      ? `Write \`--significance major\`: ${major}.`
      : 'Add it. No figure, date or duty changed, so it can be either.',
  };
}

/** Faults of the note, with option names instead of keys. */
function faultsOf(data: Record<string, unknown>): Fault[] {
  const document = {path: '', text: '', frontMatter: data, placeOf: () => undefined, body: '', bodyOffset: 0};
  const withOptions = (text: string) =>
    text.replace(/`([a-z_]+)`/, (_, key: string) => `\`--${key.replaceAll('_', '-')}\``);
  const {invalid} = checkFrontMatter(document, changeNoteSchema);
  return (invalid ? explainIssues(invalid) : []).map(({problem, fix}) => ({
    problem: withOptions(problem),
    fix: withOptions(fix),
  }));
}
