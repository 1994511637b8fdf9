import {findSameEdition} from '../../changes/editions/freeze-edition.ts';
import {notesNotDue} from '../../changes/notes/scheduled-notes.ts';
import {pageTitles} from '../../changes/updates/announce.ts';
import {collectChanges} from '../../changes/updates/collect-changes.ts';
import {newestFirst} from '../../changes/updates/history.ts';
import {proposeTitle} from '../../changes/updates/propose-title.ts';
import {versionsIn} from '../../content/files/edition-files.ts';
import type {Fault, Problem} from '../../content/problem.ts';
import {nextSlug} from '../../content/records/next-slug.ts';
import {usedSlugs} from '../../content/records/published-files.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
import {toExitError, toFault} from '../../io/cli/exit-error.ts';
import {textOf} from '../../language/text.ts';
import {requireLaunch} from '../../rules/public-record/require-launch.ts';
import {requireNote} from '../../rules/public-record/require-note.ts';
import {checkLaunch, draftLaunch, launchNote} from './draft-launch.ts';
import {findErrors} from './find-errors.ts';
import {checkDay, checkEdition, checkTitle, nameEdition} from './publish-options.ts';
import type {PublishedTree} from './published-tree.ts';

export interface PublishOptions {
  /** Publish the first update, about every page. */
  launch?: boolean | undefined;
  date?: string | undefined;
  title?: string | undefined;
  /** The name of an edition to freeze; empty for the first free one of the month. */
  edition?: string | undefined;
  /** Publish although notes are scheduled for a later day. */
  now?: boolean | undefined;
  'dry-run'?: boolean | undefined;
}

/** What is to be published; an editor may still change the title. */
export type Draft = Awaited<ReturnType<typeof draftPublication>>;

/**
 * Drafts an update from the waiting notes. That of a launch begins with a note about every page.
 *
 * @throws {ExitError} with every reason why they cannot be published.
 */
export async function draftPublication(tree: PublishedTree, options: PublishOptions, today: string) {
  const {toolkit} = tree;
  const isLaunch = options.launch === true;
  const day = options.date ?? (isLaunch ? toolkit.config.launched : undefined) ?? today;
  const dayFaults = checkDay(day, today, toolkit);
  const editions = editionNames(tree, versionsIn(tree.versionsText ?? '[]') ?? []);
  // A wrong day is reported once, not again as a wrong month.
  const edition = options.edition === undefined ? undefined : nameEdition(options.edition, day, editions);
  const launchFaults = checkLaunch(tree, options.launch === true, day);
  const {errors, warnings, questions} = await findErrors(tree, today);
  const faults = [
    ...launchFaults,
    ...(launchFaults.length > 0 ? [] : checkNotes(tree, options, errors)),
    ...dayFaults,
    ...(options.now || options['dry-run'] ? [] : notesNotDue(toolkit, day).map(notDueFault)),
    ...checkTitleOption(tree, options),
    ...(edition === undefined || dayFaults.length > 0 ? [] : checkEdition(edition, day, editions)),
    ...(edition === undefined || isLaunch ? [] : checkChanged(tree)),
    ...errors.filter((error) => !(isLaunch && isNotYetLaunched(error))).map((error) => toFault(error)),
  ];
  if (faults.length > 0) throw toExitError(faults);
  const changes = [...(isLaunch ? [launchNote(toolkit)] : []), ...collectChanges(toolkit.notes)];
  const text = textOf(toolkit.config);
  const {titleOf, isLive} = pageTitles(toolkit);
  const taken = toolkit.updates.map(({data}) => data.title);
  const title = options.title ?? (isLaunch ? text.updates.launch : proposeTitle(changes, titleOf, isLive, text, taken));
  // No sentence of the notes is short enough.
  if (title === '' && changes.length > 0) throw toExitError(checkTitle(title));
  return {
    day,
    /** Unused without changes. */
    slug: nextSlug(day, usedSlugs(toolkit, tree.records)),
    title,
    changes,
    edition,
    launch: isLaunch ? draftLaunch(tree, day) : undefined,
    warnings,
    /** What only a person can answer. */
    questions,
  };
}

/** Whether the first update is all that is missing: the launch writes it. */
function isNotYetLaunched({ruleId, path}: Problem): boolean {
  return ruleId === requireLaunch.id && path === CONFIG_FILE;
}

function checkNotes(tree: PublishedTree, {edition, launch}: PublishOptions, errors: readonly Problem[]): Fault[] {
  if (edition !== undefined || launch || hasNotes(tree)) return [];
  // A change without a note is reported at its page.
  if (errors.some(({ruleId}) => ruleId === requireNote.id)) return [];
  const [newest] = newestFirst(tree.toolkit.updates.map(({data}) => data));
  const mayFreeze = errors.length === 0 && findSameEdition(tree.toolkit, newest?.slug) === undefined;
  return [
    {
      problem: 'no change note waits, expected at least one under `changes` in the front matter of a page',
      fix: `Change a page first.${mayFreeze ? ' To freeze an edition of the live text, write `npm run publish -- --edition`.' : ''}`,
    },
  ];
}

function notDueFault({document: {path}, day}: ReturnType<typeof notesNotDue>[number]): Fault {
  return {
    problem: `${path}: \`not_before\` is ${day}, expected today or an earlier day: it holds back the whole update`,
    fix: 'Wait until that day, change or remove `not_before`, or add `--now` to publish everything today. To publish only the rest, keep this change on a branch of its own until that day.',
  };
}

/** A second edition of one state would only make readers look for the difference. */
function checkChanged(tree: PublishedTree): Fault[] {
  if (hasNotes(tree)) return [];
  const [newest] = newestFirst(tree.toolkit.updates.map(({data}) => data));
  const same = findSameEdition(tree.toolkit, newest?.slug);
  if (same === undefined) return [];
  return [{problem: `nothing has changed since edition \`${same}\``, fix: 'Cite that edition; it is still current.'}];
}

/** An edition without an update has no title. */
function checkTitleOption(tree: PublishedTree, {title, edition, launch}: PublishOptions): Fault[] {
  if (title === undefined) return [];
  if (edition === undefined || launch || hasNotes(tree)) return checkTitle(title);
  return [
    {
      problem: '`--title` given and no change note waits, expected a title only for an update',
      fix: 'Leave it out to freeze only the edition.',
    },
  ];
}

function hasNotes({toolkit: {documents}}: PublishedTree): boolean {
  return documents.some(({kind, document}) => kind === 'change-note' || document.waiting !== undefined);
}

/** The names of all editions, including incomplete ones, so that none is overwritten. */
function editionNames({toolkit}: PublishedTree, versions: readonly string[]): string[] {
  const folders = toolkit.files.flatMap(({path}) => /^versioned_docs\/version-([^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set([...versions, ...folders, ...toolkit.editions.map(({name}) => name)])];
}
