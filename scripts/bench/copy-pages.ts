import {cp, glob, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {compareText} from '../../src/content/problem.ts';

const KEPT = ['toolkit.config.ts', 'words.txt', 'src'];

/**
 * Makes a toolkit of many pages from the pages of one, each under a title of its own, so that no two are alike.
 *
 * @returns the path of the first page, from the new folder.
 */
export async function copyPages(cwd: string, folder: string, count: number): Promise<string> {
  await rm(folder, {recursive: true, force: true});
  await mkdir(path.join(folder, 'docs'), {recursive: true});
  // Where results are kept between runs.
  await mkdir(path.join(folder, 'node_modules'));
  for (const name of KEPT) await cp(path.join(cwd, name), path.join(folder, name), {recursive: true});
  const pages = (await Array.fromAsync(glob('docs/{priorities,approaches,reference}/*.md', {cwd}))).sort(compareText);
  const texts = await Promise.all(pages.map((file) => readFile(path.join(cwd, file), 'utf8')));
  const paths = Array.from({length: count}, (_, index) => `docs/copies/page-${index}.md`);
  await mkdir(path.join(folder, 'docs', 'copies'));
  for (const [index, file] of paths.entries()) {
    const text = (texts[index % texts.length] ?? '').replace(/^title: .*$/m, `title: Copy ${index}`);
    await writeFile(path.join(folder, file), `${text}\nThis is copy ${index}.\n`);
  }
  return paths[0] ?? '';
}
