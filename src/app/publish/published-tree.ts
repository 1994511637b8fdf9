import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {z} from 'zod';
import {VERSIONS_FILE} from '../../content/files/edition-files.ts';
import type {Fault} from '../../content/problem.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
import {PUBLISHED_FOLDER} from '../../content/updates/published-files.ts';
import {loadToolkit} from '../../io/load-toolkit.ts';
import {readFiles} from '../../io/read-files.ts';

/** A toolkit, and what else publishing reads. */
export type PublishedTree = Awaited<ReturnType<typeof readPublishedTree>>;

/**
 * Reads a toolkit with its published texts, and the text of the configuration and of `versions.json`, if there is one.
 *
 * @throws {InvalidConfigurationError} if the configuration is missing or invalid.
 */
export async function readPublishedTree(cwd: string) {
  const toolkit = await loadToolkit(cwd);
  const {files: records} = readFiles(cwd, [PUBLISHED_FOLDER], () => true);
  const [versionsText, configText = ''] = await Promise.all(
    [VERSIONS_FILE, CONFIG_FILE].map((file) => readText(path.join(cwd, file))),
  );
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

/** The names of versions in `versions.json`, or why they cannot be read. */
export function readVersions(text: string | undefined): {names: string[]; faults: Fault[]} {
  try {
    return {names: z.array(z.string()).parse(JSON.parse(text ?? '[]')), faults: []};
  } catch {
    const problem = `\`${VERSIONS_FILE}\` cannot be read, expected a list of the names of editions`;
    return {names: [], faults: [{problem, fix: 'Fix the file, or undo the change that broke it.'}]};
  }
}
