import {existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {OutputFolder, REFUSED_BUILD} from '../../../../src/site/after-build/output-folder.ts';
import {folderWith} from '../../support/run-command.ts';

/** Begins a build as Docusaurus does, which empties the folder and writes to it. */
function beginIn(siteDir: string): OutputFolder {
  const dir = path.join(siteDir, 'build');
  const output = new OutputFolder(dir, siteDir);
  output.begin();
  rmSync(dir, {recursive: true, force: true});
  mkdirSync(dir);
  writeFileSync(path.join(dir, 'style.css'), 'a {}');
  return output;
}

test('a refused build leaves the one before as it was, and the next writes only what has changed', () => {
  const siteDir = folderWith({'build/old.html': 'of another engine'});
  const at = (file: string) => path.join(siteDir, file);
  const read = (file: string) => readFileSync(at(file), 'utf8');
  beginIn(siteDir).refuse();
  expect([read('build/old.html'), read(`${REFUSED_BUILD}/style.css`)]).toEqual(['of another engine', 'a {}']);

  const write = (output: OutputFolder, page: string) => {
    output.adopt(() => true);
    output.write([
      ['same.html', 'same'],
      ['page.html', page],
    ]);
  };
  const first = beginIn(siteDir);
  write(first, 'one');
  first.finish();
  expect([existsSync(at('build/old.html')), existsSync(at(REFUSED_BUILD)), read('build/page.html')]).toEqual([
    false,
    false,
    'one',
  ]);

  const inode = statSync(at('build/same.html')).ino;
  const second = beginIn(siteDir);
  write(second, 'one');
  write(second, 'two');
  expect(statSync(at('build/same.html')).ino).toBe(inode);
  second.refuse();
  expect([read('build/page.html'), read(`${REFUSED_BUILD}/page.html`)]).toEqual(['one', 'two']);
});

test('a build that was stopped does not cost the one before', () => {
  const siteDir = folderWith({});
  const first = beginIn(siteDir);
  first.adopt(() => true);
  first.write([['page.html', 'one']]);
  first.finish();
  beginIn(siteDir);
  beginIn(siteDir).refuse();
  expect(readFileSync(path.join(siteDir, 'build/page.html'), 'utf8')).toBe('one');
});
