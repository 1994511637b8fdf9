import {globSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, onTestFinished} from 'vitest';
import {runToolkit} from '../../../scripts/toolkit.ts';
import {itemsOf} from '../../../src/content/records/waiting-notes.ts';
import type {Io, Pace} from '../../../src/io/cli/io.ts';
import {readDocument} from '../../../src/io/yaml/document.ts';

/** The pace of tests: what waits elsewhere waits here too, a hundred times as short. */
export const QUICK_PACE: Pace = {betweenWrites: 10, betweenNotices: 30, second: 10, longestAnswer: 30_000};

/** What a command printed, and its exit code. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command of the toolkit in a folder, with a fixed day and at the pace of tests. */
export async function runCommand(
  argv: readonly string[],
  cwd: string,
  world: Partial<Pick<Io, 'env' | 'pace' | 'stdin' | 'stdout' | 'today'>> = {},
): Promise<Outcome> {
  const printed = {stdout: [] as string[], stderr: [] as string[]};
  const code = await runToolkit(argv, {
    cwd,
    today: '2026-11-24',
    stdout: {write: (text) => printed.stdout.push(text)},
    stderr: {write: (text) => printed.stderr.push(text)},
    pace: QUICK_PACE,
    ...world,
  });
  return {code, stdout: printed.stdout.join(''), stderr: printed.stderr.join('')};
}

/** The path of the only note that a command wrote about a page, whose name ends with a hash. */
export function noteFile(cwd: string, name: string): string {
  const found = globSync(`blog/_pending/${name}-????.md`, {cwd});
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

/** The notes that wait in a page, as its front matter has them. */
export function notesIn(cwd: string, file: string): readonly unknown[] {
  return itemsOf(readDocument(file, textIn(cwd, file)).document);
}

/** The text of a file. */
export function textIn(cwd: string, file: string): string {
  return readFileSync(path.join(cwd, file), 'utf8');
}

/** Replaces text of a file, which must be there. */
export function editFile(cwd: string, file: string, before: string | RegExp, after: string): void {
  const text = textIn(cwd, file);
  const edited = text.replace(before, after);
  if (edited === text) throw new Error(`${file} does not contain ${before}`);
  writeFileSync(path.join(cwd, file), edited);
}

/** A temporary folder that holds the given files and goes when the test ends. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  // On macOS the temporary folder is behind a link, and on Windows a program that ends keeps its files for a moment.
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'toolkit-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true, maxRetries: 5}));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}
