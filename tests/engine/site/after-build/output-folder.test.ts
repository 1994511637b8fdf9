import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {keepResultsIn} from '../../../../src/content/memo.ts';
import {FileResultStore} from '../../../../src/io/result-store.ts';
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

afterEach(() => keepResultsIn(undefined));

test('a refused build leaves the one before as it was, and the next makes only what has changed', () => {
  const siteDir = folderWith({'build/old.html': 'of another engine', 'node_modules/.keep': ''});
  keepResultsIn(new FileResultStore(siteDir, 'results'));
  const at = (file: string) => path.join(siteDir, file);
  const read = (file: string) => readFileSync(at(file), 'utf8');
  beginIn(siteDir).refuse();
  expect([read('build/old.html'), read(`${REFUSED_BUILD}/style.css`)]).toEqual(['of another engine', 'a {}']);

  let made = 0;
  const write = (output: OutputFolder, page: string) => {
    output.adopt(() => true);
    output.write([
      ['same/index.html', {key: 'same', make: () => `<a href="/${++made}">same</a>`}],
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

  const second = beginIn(siteDir);
  write(second, 'one');
  write(second, 'two');
  expect(second.linksOf('same/index.html')?.targets).toEqual(new Set(['/1']));
  second.refuse();
  expect([read('build/page.html'), read(`${REFUSED_BUILD}/page.html`)]).toEqual(['one', 'two']);
  expect(read(`${REFUSED_BUILD}/same/index.html`)).toBe(read('build/same/index.html'));

  const third = beginIn(siteDir);
  write(third, 'two');
  third.finish();
  expect([made, read('build/page.html'), read('build/same/index.html')]).toEqual([1, 'two', '<a href="/1">same</a>']);

  writeFileSync(at('build/same/index.html'), 'changed by hand');
  const fourth = beginIn(siteDir);
  write(fourth, 'two');
  fourth.finish();
  expect(read('build/same/index.html')).toBe('<a href="/2">same</a>');
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
