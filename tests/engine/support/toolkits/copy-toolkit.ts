import {cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/** The root of the project under test. */
export const ROOT = path.resolve(import.meta.dirname, '..', '..', '..', '..');

/** Another publisher's toolkit, on another subject. */
export const FLOOD = path.join(ROOT, 'examples', 'flood-toolkit');

/** What is laid over a copy of it where a test needs more: case studies to filter, tables, a predecessor's history. */
export const FLOOD_LARGE = path.join(ROOT, 'tests', 'engine', 'fixtures', 'flood-large');

/**
 * A toolkit as an earlier engine left it, which no test may change: with a waiting note for a change and one for a new
 * page, an edition, an update that can be undone, a page that moved and one that was withdrawn, and a rule, a collection
 * and a directive of its own. `addresses.txt` lists what its site had. Its records, which only commands write, were frozen
 * anew on 1 December 2026, when they got their present form.
 */
export const FROZEN = path.join(ROOT, 'tests', 'engine', 'fixtures', 'frozen-2026-11');

/** Where tests build: inside the project, so that packages are found, and never committed. */
export const WORK = path.join(ROOT, '.tmp', 'tests');

/** What makes a folder of content a toolkit that uses the engine as a package. */
const SETTINGS = ['docusaurus.config.ts', 'package.json', 'sidebars.ts'];
const CONTENT = [
  'docs',
  'handbook',
  'blog',
  'ledgers',
  'static',
  'versioned_docs',
  'versioned_sidebars',
  'versions.json',
  'toolkit.config.ts',
  'vocabularies.json',
  'navigation.json',
];

/** What the engine consists of, besides its packages. */
const ENGINE = ['bin', 'src', 'scripts', 'package.json'];

/**
 * Copies a toolkit to a folder of its own: this project's content or, where `contentFrom` names folders, what they
 * hold, the later ones over the earlier. The sources of the engine are linked as a package, or the folder of a packed
 * `engine`; a test that changes the code, or asks whether its place makes a difference, says `copyCode`. A test that builds
 * the copy and does not ask about that says `isWarm`: the build then uses what that of the larger example worked out.
 */
export function copyToolkit(
  name: string,
  options: {contentFrom?: string | readonly string[]; copyCode?: boolean; engine?: string; isWarm?: boolean} = {},
): string {
  const target = path.join(WORK, name);
  rmSync(target, {recursive: true, force: true});
  mkdirSync(target, {recursive: true});
  copyParts(FLOOD, SETTINGS, target);
  if (options.contentFrom === undefined) copyParts(ROOT, CONTENT, target);
  else for (const folder of [options.contentFrom].flat()) copyParts(folder, readdirSync(folder), target);
  linkEngine(target, options.engine ?? (options.copyCode ? copyEngine(target) : ROOT));
  if (options.isWarm) copyParts(path.join(WORK, 'flood-large'), ['node_modules/.cache'], target);
  return target;
}

/** Copies the engine next to the content, because Node runs no TypeScript below `node_modules`. */
function copyEngine(target: string): string {
  const engine = path.join(target, 'engine');
  copyParts(ROOT, ENGINE, engine);
  return engine;
}

/** Links the engine as `npm install` would; its own packages are found from its real folder. */
export function linkEngine(target: string, engine: string): void {
  const packages = path.join(target, 'node_modules');
  mkdirSync(path.join(packages, '.bin'), {recursive: true});
  symlinkSync(engine, path.join(packages, 'good-practice-toolkit'), 'junction');
  const [program, command] = [path.join(engine, 'bin/toolkit.mjs'), path.join(packages, '.bin/toolkit')];
  if (process.platform === 'win32') writeFileSync(`${command}.cmd`, `@node "${program}" %*\r\n`);
  else symlinkSync(program, command);
}

function copyParts(from: string, parts: readonly string[], target: string): void {
  for (const part of parts) {
    const source = path.join(from, part);
    if (existsSync(source)) cpSync(source, path.join(target, part), {recursive: true});
  }
}
