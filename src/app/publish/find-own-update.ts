import {readUndoRecord, type UndoRecord, undoRecordFile} from '../../changes/publish/undo-record.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {isBeforeLaunch} from '../../content/updates/launch.ts';
import {compareNames} from '../../content/updates/next-slug.ts';
import {commandLine} from '../../format/command-line.ts';
import {toExitError} from '../../io/cli/exit-error.ts';
import type {PublishedTree} from './published-tree.ts';

/** An update that `publish` made. */
interface OwnUpdate {
  newest: Toolkit['updates'][number];
  record: UndoRecord;
}

/**
 * The newest update, with the record that undoing it needs.
 *
 * @throws {ExitError} if there is none, or `publish` did not make it.
 */
export function findOwnUpdate(tree: PublishedTree): OwnUpdate {
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
    const problem = `update \`${newest.data.slug}\`, the newest, has no record in \`${undoRecordFile(newest.data.slug)}\`, expected one that publishing made`;
    throw toExitError([{problem, fix: correctionFix(newest.data)}]);
  }
  return {newest, record};
}

function newestUpdate({documents, updates}: Toolkit): Toolkit['updates'][number] | undefined {
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
export function correctionFix({slug, changes}: Update): string {
  const page = changes[0]?.pages[0] ?? 'index';
  return `Publish a correction instead. Write it with \`${commandLine('new', 'note', '--corrects', slug, '--pages', page)}\`.`;
}
