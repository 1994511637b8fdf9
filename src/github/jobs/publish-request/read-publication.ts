import {ExitError} from '../../../fs/exit-error.ts';
import {readDocument} from '../../../fs/yaml/document.ts';
import {updateSchema} from '../../../model/schemas/update-schema.ts';
import type {Toolkit} from '../../../model/toolkit.ts';
import {type Announcement, announce, announceEdition} from '../../../model/updates/announce.ts';
import {pageTitles} from '../../../model/updates/page-titles.ts';
import type {PatchedFile} from '../../read-patch.ts';

/** What a patch publishes. */
export interface PublishedPatch {
  /** The last part of the name of its branch. */
  name: string;
  title: string;
  /** The file of the update; `undefined` where an edition alone is frozen. */
  update: {path: string; announcement: Announcement} | undefined;
  edition: {name: string; url: string} | undefined;
}

/**
 * Reads what a patch publishes from the files themselves, so that what is said of it is what it does.
 *
 * @param toolkit the live text, which publishing leaves as it is
 * @param read gives the text of a file as the patch leaves it
 * @throws {ExitError} where it is anything but one update, one edition, or both.
 */
export async function readPublication(
  files: readonly PatchedFile[],
  toolkit: Toolkit,
  read: (path: string) => Promise<string>,
): Promise<PublishedPatch> {
  const added = files.filter(({status}) => status === 'A').map(({path}) => path);
  const updates = added.filter((path) => /^blog\/[^/]+$/.test(path));
  const editions = [...new Set(added.flatMap((path) => /^versioned_docs\/version-([^/]+)\//.exec(path)?.[1] ?? []))];
  const [path] = updates;
  const [name] = editions;
  if (updates.length > 1 || editions.length > 1 || (path ?? name) === undefined) {
    throw refusal(
      `contains ${updates.length} updates and ${editions.length} editions, expected one update, one edition or both`,
    );
  }
  if (name !== undefined && !updateSchema.shape.edition.safeParse(name).success) {
    throw refusal('names an edition that is not a month, expected a month');
  }
  const edition = name === undefined ? undefined : announceEdition(name, toolkit.config);
  if (path === undefined) return {name: `edition-${name}`, title: `Edition ${name}`, update: undefined, edition};
  const {data: update} = updateSchema.safeParse(readDocument(path, await read(path)).document.frontMatter);
  if (!update || path !== `blog/${update.slug}.md` || update.edition !== name) {
    throw refusal('contains an update that is invalid or has another name, expected a valid one');
  }
  const announcement = announce(update, toolkit.config, pageTitles(toolkit));
  return {name: update.slug, title: update.title, update: {path, announcement}, edition};
}

function refusal(found: string): ExitError {
  return new ExitError(`the patch ${found}`, 'Check the run that made the patch, and start it again.', {code: 1});
}
