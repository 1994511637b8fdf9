import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {VERSIONS_FILE} from '../../content/files/edition-files.ts';
import {recordedUpdate} from '../../content/pages/page-id.ts';
import {PUBLISHED_FOLDER} from '../../content/records/published-files.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
import {loadToolkit} from '../../io/load-toolkit.ts';
import {readFiles} from '../../io/read-files.ts';

export type PublishedTree = Awaited<ReturnType<typeof readPublishedTree>>;

/**
 * Reads a toolkit with its published texts, and the text of the configuration and of `versions.json`, if there is one.
 *
 * @throws {InvalidConfigurationError} if the configuration is missing or invalid.
 */
export async function readPublishedTree(cwd: string) {
  const toolkit = await loadToolkit(cwd);
  const {files: records} = readFiles(cwd, [PUBLISHED_FOLDER], (file) => recordedUpdate(file) === undefined);
  const versions = toolkit.files.find((file) => file.path === VERSIONS_FILE);
  const versionsText = versions && new TextDecoder().decode(versions.bytes);
  const configText = (await readText(path.join(cwd, CONFIG_FILE))) ?? '';
  return {cwd, toolkit, records, versionsText, configText};
}

/** The text of a file; `undefined` where there is none. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
