import {cp, glob, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {compareText} from '../../src/content/problem.ts';
import {measureCommand, scriptOf} from './measure-command.ts';

/** The engine, the configuration and the live text of a toolkit: enough for a build before the first publication. */
const LIVE = ['.github', 'bin', 'src', 'scripts', 'manual', 'docs', 'handbook', 'static', 'vocabularies.json'].concat(
  ...['package.json', 'toolkit.config.ts', 'navigation.json', 'sidebars.ts', 'docusaurus.config.ts'],
);

/** What was published: updates, the records of them, and editions. */
const PUBLISHED = ['blog', 'ledgers', 'versioned_docs', 'versioned_sidebars', 'versions.json'];

export async function copyToolkit(cwd: string): Promise<string> {
  return copyParts(cwd, 'this-toolkit', [...LIVE, ...PUBLISHED]);
}

/**
 * Copies the pages of a toolkit, repeats its case studies under new titles until there are as many as wanted, and
 * publishes everything as its first update.
 */
export async function copyManyStudies(cwd: string, wanted: number): Promise<string> {
  const folder = await copyParts(cwd, `studies-${wanted}`, LIVE);
  const studies = (await Array.fromAsync(glob('docs/case-studies/*.md', {cwd}))).sort(compareText);
  const texts = await Promise.all(studies.map((file) => readFile(path.join(cwd, file), 'utf8')));
  for (let index = texts.length; index < wanted; index += 1) {
    const text = (texts[index % texts.length] ?? '')
      .replace(/^title: .*$/m, `title: Copy ${index}`)
      .replace(/^service: .*$/m, `service: Service ${index}`);
    const file = path.join(folder, 'docs', 'case-studies', `copy-${index}.md`);
    await writeFile(file, `${text}\nThis is copy ${index}.\n`);
  }
  // Launched today: addresses of older versions of the engine lead nowhere.
  const config = path.join(folder, 'toolkit.config.ts');
  await writeFile(config, (await readFile(config, 'utf8')).replace(/^ *launched: .*\n/m, ''));
  // Notes that wait in the toolkit mean nothing before a launch.
  await measureCommand(folder, await scriptOf(folder, 'check', '--fix'));
  await measureCommand(folder, await scriptOf(folder, 'publish', '--launch'));
  return folder;
}

async function copyParts(cwd: string, name: string, parts: readonly string[]): Promise<string> {
  const folder = path.join(cwd, '.tmp', 'bench', name);
  await rm(folder, {recursive: true, force: true});
  // Tools keep their caches in the nearest `node_modules`: the copy gets its own.
  await mkdir(path.join(folder, 'node_modules'), {recursive: true});
  for (const part of parts) await cp(path.join(cwd, part), path.join(folder, part), {recursive: true});
  return folder;
}
