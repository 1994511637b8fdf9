import {cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync} from 'node:fs';
import path from 'node:path';

/** The root of the project under test. */
export const ROOT = path.resolve(import.meta.dirname, '..', '..', '..', '..');

/** Another publisher's toolkit, on another subject. */
export const FLOOD = path.join(ROOT, 'examples', 'flood-toolkit');

/** What is laid over a copy of it where a test needs more: case studies to filter, tables, a predecessor's history. */
export const FLOOD_LARGE = path.join(ROOT, 'tests', 'engine', 'fixtures', 'flood-large');

/** Where tests build: inside the project, so that packages are found, and never committed. */
export const WORK = path.join(ROOT, '.tmp', 'tests');

const CODE = ['src', 'scripts'];
const SETTINGS = ['docusaurus.config.ts', 'package.json'];
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
  'navigation.json',
  'sidebars.ts',
];

/**
 * Copies a toolkit to a folder of its own: this project's content or, where `contentFrom` names folders, what they
 * hold, the later ones over the earlier. The code is linked; a test that changes it, or asks whether its place makes a
 * difference, says `copyCode`.
 */
export function copyToolkit(
  name: string,
  options: {contentFrom?: string | readonly string[]; copyCode?: boolean} = {},
): string {
  const target = path.join(WORK, name);
  rmSync(target, {recursive: true, force: true});
  mkdirSync(target, {recursive: true});
  copyParts(ROOT, SETTINGS, target);
  linkPackages(target);
  if (options.copyCode) copyParts(ROOT, CODE, target);
  else for (const part of CODE) symlinkSync(path.join(ROOT, part), path.join(target, part));
  if (options.contentFrom === undefined) copyParts(ROOT, CONTENT, target);
  else for (const folder of [options.contentFrom].flat()) copyParts(folder, readdirSync(folder), target);
  return target;
}

/** Builds start Docusaurus from a folder of packages next to their content, where they also keep what later builds use. */
function linkPackages(target: string): void {
  const packages = path.join(target, 'node_modules');
  mkdirSync(packages);
  symlinkSync(path.join(ROOT, 'node_modules/@docusaurus'), path.join(packages, '@docusaurus'));
}

function copyParts(from: string, parts: readonly string[], target: string): void {
  for (const part of parts) {
    const source = path.join(from, part);
    if (existsSync(source)) cpSync(source, path.join(target, part), {recursive: true});
  }
}
