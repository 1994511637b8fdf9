import {existsSync} from 'node:fs';
import path from 'node:path';
import {renderUpdate} from '../../changes/updates/render-update.ts';
import {recordFile, VERSIONS_FILE} from '../../content/files/edition-files.ts';
import {isSameContent} from '../../content/files/planned-file.ts';
import {pageWithId} from '../../content/pages/known-pages.ts';
import type {Fault} from '../../content/problem.ts';
import {isBeforeLaunch} from '../../content/records/launch.ts';
import {compareNames} from '../../content/records/next-slug.ts';
import {publishedFingerprint, textsOf} from '../../content/records/published.ts';
import {
  isRemoval,
  livePath,
  type RecordedFile,
  recordedFiles,
  recordedPage,
} from '../../content/records/published-files.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
import {type Update, updateSchema} from '../../content/schemas/update-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {commandLine} from '../../format/command-line.ts';
import {toExitError} from '../../io/cli/exit-error.ts';
import {readersHave} from '../../io/git/default-branch.ts';
import {removeLaunch} from '../publish/configuration-text.ts';
import type {PublishedTree} from '../publish/published-tree.ts';
import {readUndoRecord, type UndoRecord, undoRecordFile} from './undo-record.ts';

type UpdateEntry = Toolkit['updates'][number];

interface UndoCheck {
  faults: Fault[];
  /** Up to when it is known that readers do not have it, where the remote could not be asked. */
  notice?: string | undefined;
}

/**
 * The newest update, with the record that undoing it needs.
 *
 * @throws {ExitError} if there is none, or `publish` did not make it.
 */
export function findOwnUpdate(tree: PublishedTree): {newest: UpdateEntry; record: UndoRecord} {
  if (isBeforeLaunch(tree.toolkit)) {
    const problem = 'this toolkit has not published anything, expected an update or an edition to undo';
    throw toExitError([{problem, fix: 'Run `npm run publish -- --launch` when the toolkit becomes public.'}]);
  }
  const newest = newestUpdate(tree.toolkit);
  if (!newest) {
    throw toExitError([{problem: 'no update found, expected one to undo', fix: 'Run `npm run publish` first.'}]);
  }
  const record = readRecord(tree, newest.data.slug);
  if (!record) {
    const problem = `update \`${newest.data.slug}\`, the newest, has no record in \`${undoRecordFile(newest.data.slug)}\` to undo it with, expected one: a redaction has none, and publishing removes it once readers have the update`;
    throw toExitError([{problem, fix: correctionFix(newest.data)}]);
  }
  return {newest, record};
}

function newestUpdate({documents, updates}: Toolkit): UpdateEntry | undefined {
  const valid = new Set(updates.map(({document}) => document.path));
  const broken = documents.filter(({kind, document}) => kind === 'update' && !valid.has(document.path));
  if (broken.length > 0) {
    throw toExitError(
      broken.map(({document}) => ({
        problem: `\`${document.path}\` cannot be read, expected every update to be readable: the newest is not known otherwise`,
        fix: 'Run `npm run check`, and fix what it finds there.',
      })),
    );
  }
  const sorted = [...updates].sort(
    (a, b) => compareNames(a.data.date, b.data.date) || compareNames(a.data.slug, b.data.slug),
  );
  return sorted.at(-1);
}

function readRecord({records}: PublishedTree, slug: string): UndoRecord | undefined {
  const file = records.find((candidate) => candidate.path === undoRecordFile(slug));
  return file && readUndoRecord(new TextDecoder().decode(file.bytes));
}

/** What to do about an update that cannot be undone. */
function correctionFix({slug, changes}: Update): string {
  const page = changes[0]?.pages[0] ?? 'index';
  return `Publish a correction instead. Write it with \`${commandLine('new', 'note', '--corrects', slug, '--pages', page)} --note "..."\`.`;
}

/** Every reason why an update cannot be undone, and what the editor should know about it. */
export async function checkUndo(
  tree: PublishedTree,
  {document, data}: UpdateEntry,
  record: UndoRecord,
  isForced: boolean,
): Promise<UndoCheck> {
  const {toolkit, cwd} = tree;
  const later = toolkit.editions.filter(({name}) => name !== data.edition && !record.editions.includes(name));
  const inTheWay = Object.keys(record.before).filter(
    (file) => file !== VERSIONS_FILE && existsSync(path.join(cwd, file)),
  );
  const faults = [
    // Its data names the pages of a launch, which its file does not.
    ...(document.text === renderUpdate(updateSchema.parse(document.frontMatter))
      ? []
      : [
          {
            problem: `\`${document.path}\` has been edited since it was published, expected it unchanged`,
            fix: 'Undo the edit, and run the command again.',
          },
        ]),
    ...changedSince(tree, data.slug),
    ...changedEdition(toolkit, data.edition),
    ...changedConfig(tree, record.launched),
    ...later.map(({name}) => ({
      problem: `edition \`${name}\` was frozen after update \`${data.slug}\` and contains it, expected none`,
      fix: correctionFix(data),
    })),
    ...inTheWay.map((file) => ({
      problem: `\`${file}\` exists, expected no file where a note must be restored`,
      fix: 'Rename that file.',
    })),
  ];
  // With other faults, nothing is gained by forcing it.
  const force = isForced || faults.length > 0;
  const readers = await checkReaders(cwd, document.path, `update \`${data.slug}\``, correctionFix(data), force);
  return {...readers, faults: [...readers.faults, ...faults]};
}

/** Every reason why an edition that was frozen without an update cannot be undone. */
export async function checkEditionUndo(
  {cwd, toolkit}: PublishedTree,
  name: string,
  isForced: boolean,
): Promise<UndoCheck> {
  const fix = `Keep it. To correct it, write a note with \`kind: correction\` and \`editions: [${name}]\`.`;
  const readers = await checkReaders(cwd, recordFile(name), `edition \`${name}\``, fix, isForced);
  return {...readers, faults: [...readers.faults, ...changedEdition(toolkit, name)]};
}

/** `fix` is what to do about a publication that readers have. */
async function checkReaders(
  cwd: string,
  file: string,
  publication: string,
  fix: string,
  isForced: boolean,
): Promise<UndoCheck> {
  const {ref, isThere, asOf} = (await readersHave(cwd, file)) ?? {};
  if (isThere) {
    return {faults: [{problem: `${publication} is on \`${ref}\`, expected one that readers cannot have seen`, fix}]};
  }
  if (isForced || (ref && !asOf)) return {faults: [], notice: asOf && `${publication} was not on \`${ref}\` ${asOf}`};
  const why = asOf
    ? `the remote did not answer, and it was not on \`${ref}\` ${asOf}`
    : 'git knows no main branch of a remote here, expected one to compare with';
  const problem = `we cannot know whether readers have ${publication}: ${why}`;
  return {faults: [{problem, fix: 'Check the site. If it is not there, run `npm run publish -- --undo --force`.'}]};
}

/** Pages and files that changed after the update: its notes do not describe these changes. */
function changedSince({toolkit, records}: PublishedTree, slug: string): Fault[] {
  const live = new Map(toolkit.files.map(({path: file, bytes}) => [file, bytes]));
  return recordedFiles(records)
    .filter((record) => record.slug === slug)
    .flatMap((record) => {
      const file = livePath(record);
      const bytes = live.get(file);
      const isAsPublished = isRemoval(record)
        ? bytes === undefined
        : bytes !== undefined && (isSameContent(bytes, record.bytes) || isSameText(toolkit, record));
      if (isAsPublished) return [];
      const problem = `\`${file}\` has changed since update \`${slug}\`, expected it as it was published`;
      return [{problem, fix: 'Undo that change first, or keep the update and write a note about the change.'}];
    });
}

/** Whether readers see the recorded text of a page: how it is managed, such as its last review, may have changed. */
function isSameText(toolkit: Toolkit, record: RecordedFile): boolean {
  const id = recordedPage(record);
  const text = textsOf(toolkit.published, id ?? '').find(({slug}) => slug === record.slug);
  return text !== undefined && pageWithId(toolkit, id ?? '')?.fingerprint() === publishedFingerprint(toolkit, text);
}

function changedEdition({editions}: Toolkit, name: string | undefined): Fault[] {
  if (name === undefined) return [];
  const edition = editions.find((candidate) => candidate.name === name);
  const frozen = Object.entries(edition?.record?.fingerprints ?? {}).sort();
  const found = edition?.pages.map(({id, fingerprint}) => [id, fingerprint()]).sort();
  const isAsFrozen = JSON.stringify(frozen) === JSON.stringify(found);
  if (isAsFrozen) return [];
  const problem = `edition \`${name}\` is not as it was frozen, expected it unchanged`;
  return [{problem, fix: 'Undo the changes in its pages, and run the command again.'}];
}

/** The day of a launch that has to be removed from the configuration by hand. */
function changedConfig({toolkit, configText}: PublishedTree, launched: string | undefined): Fault[] {
  const isSet = launched !== undefined && toolkit.config.launched !== undefined;
  if (!isSet || removeLaunch(configText, launched) !== undefined) return [];
  const problem = `\`launched\` in \`${CONFIG_FILE}\` is not as \`npm run publish -- --launch\` wrote it, expected it unchanged`;
  return [{problem, fix: `Remove \`launched\` from \`${CONFIG_FILE}\`, and run the command again.`}];
}
