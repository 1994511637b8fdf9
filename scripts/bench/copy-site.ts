import {existsSync} from 'node:fs';
import {cp, glob, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {compareText} from '../../src/content/problem.ts';

/** What a build needs; without the published texts and the editions, against which the copies would be judged. */
const KEPT = [
  ...['src', 'scripts', 'docs', 'handbook', 'static', 'toolkit.config.ts', 'sidebars.ts', 'words.txt'],
  ...['docusaurus.config.ts', 'package.json'],
];

/**
 * Makes a toolkit that can be built, with many case studies made from its own, each under a title of its own; every nth
 * has a dead link and a dead anchor.
 */
export async function copySite(cwd: string, folder: string, count: number, brokenIn: number): Promise<void> {
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  for (const name of KEPT.filter((part) => existsSync(path.join(cwd, part)))) {
    await cp(path.join(cwd, name), path.join(folder, name), {recursive: true});
  }
  await mkdir(path.join(folder, 'blog'));
  for await (const update of glob('blog/*.md', {cwd})) {
    const text = await readFile(path.join(cwd, update), 'utf8');
    if (!/^\s*editions?:/m.test(text)) await writeFile(path.join(folder, update), text);
  }
  const studies = (await Array.fromAsync(glob('docs/case-studies/*.md', {cwd}))).sort(compareText);
  const texts = await Promise.all(studies.map((file) => readFile(path.join(cwd, file), 'utf8')));
  for (let index = 0; index < count; index += 1) {
    const text = (texts[index % texts.length] ?? '').replace(/^title: .*$/m, `title: Copy ${index}`);
    const broken = index % brokenIn === 0 ? ' See [a page](copi-0.md) and [a heading](copy-1.md#no-such-heading).' : '';
    await writeFile(
      path.join(folder, `docs/case-studies/copy-${index}.md`),
      `${text}\nThis is copy ${index}.${broken}\n`,
    );
  }
}
