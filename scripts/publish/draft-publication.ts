import {proposeTitle} from '../../src/editorial/publish/propose-title.ts';
import {judgeDay, judgeEdition, judgeTitle, nameEdition} from '../../src/editorial/publish/publish-options.ts';
import {takenSlugs} from '../../src/editorial/publish/taken-slugs.ts';
import {toExitError} from '../../src/fs/exit-error.ts';
import type {Fault} from '../../src/model/problem.ts';
import type {ChangeNote} from '../../src/model/schemas/change-note-schema.ts';
import {collectChanges} from '../../src/model/updates/collect-changes.ts';
import {countOn} from '../../src/model/updates/next-slug.ts';
import {pageTitles} from '../../src/model/updates/page-titles.ts';
import {findErrors, toFault} from './find-errors.ts';
import type {PublishedTree} from './published-tree.ts';
import {readVersions} from './published-tree.ts';

/** What an editor asks for. */
export interface Wishes {
  date?: string | undefined;
  title?: string | undefined;
  /** The name of an edition to freeze; empty for the first free one of the month. */
  edition?: string | undefined;
}

/** What is to be published, before it has its last title. */
export interface Draft {
  day: string;
  /** The update's; it is not used where there are no changes. */
  slug: string;
  title: string;
  changes: ChangeNote[];
  /** The edition to freeze. */
  edition: string | undefined;
}

/**
 * Makes an update of the notes that wait.
 *
 * @throws {ExitError} with every reason why they cannot be published so.
 */
export async function draftPublication(tree: PublishedTree, wishes: Wishes, today: string): Promise<Draft> {
  const {toolkit} = tree;
  const day = wishes.date ?? today;
  const dayFaults = judgeDay(day, today, toolkit);
  const versions = readVersions(tree.versionsText);
  const editions = editionNames(tree, versions.names);
  // Where the day is wrong, a month made from it would be blamed for the same mistake.
  const edition = wishes.edition === undefined ? undefined : nameEdition(wishes.edition, day, editions);
  const faults = [
    ...judgeNotes(tree, wishes),
    ...dayFaults,
    ...judgeTitleOf(tree, wishes),
    ...(edition === undefined ? [] : versions.faults),
    ...(edition === undefined || dayFaults.length > 0 ? [] : judgeEdition(edition, day, editions)),
    ...(await findErrors(tree, today)).map(toFault),
  ];
  if (faults.length > 0) throw toExitError(faults);
  const changes = collectChanges(toolkit.notes);
  const {titleOf, isLive} = pageTitles(toolkit);
  return {
    day,
    slug: countOn(day, takenSlugs(toolkit, tree.records)),
    title: wishes.title ?? proposeTitle(changes, titleOf, isLive),
    changes,
    edition,
  };
}

function judgeNotes(tree: PublishedTree, {edition}: Wishes): Fault[] {
  if (edition !== undefined || hasNotes(tree)) return [];
  return [
    {
      problem: 'no change note waits in `blog/_pending/`, expected one at least: an update is made of notes',
      fix: 'Write one with `npm run new -- note`. To freeze the pages as they stand, without an update, write `npm run publish -- --edition`.',
    },
  ];
}

/** An edition that is frozen alone has no title. */
function judgeTitleOf(tree: PublishedTree, {title, edition}: Wishes): Fault[] {
  if (title === undefined) return [];
  if (edition === undefined || hasNotes(tree)) return judgeTitle(title);
  return [
    {
      problem: '`--title` given and no change note waits, expected a title only where there is an update',
      fix: 'Leave it out: the edition alone is frozen. Or write a note first, with `npm run new -- note`.',
    },
  ];
}

function hasNotes({toolkit: {documents}}: PublishedTree): boolean {
  return documents.some(({kind}) => kind === 'change-note');
}

/** Every edition of which anything is left, so that none is written into another. */
function editionNames({toolkit}: PublishedTree, versions: readonly string[]): string[] {
  const folders = toolkit.files.flatMap(({path}) => /^versioned_docs\/version-([^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set([...versions, ...folders, ...toolkit.editions.map(({name}) => name)])];
}
