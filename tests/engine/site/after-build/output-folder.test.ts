import {existsSync, mkdirSync, readdirSync, renameSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {OutputFolder} from '../../../../src/site/after-build/output-folder.ts';
import {folderWith, textIn} from '../../support/run-command.ts';

/** Builds the given files in a folder. Docusaurus empties it after `begin`, and writes a style sheet and an empty page. */
function build(siteDir: string, files: Readonly<Record<string, string>>, engine = 'code') {
  const dir = path.join(siteDir, 'build');
  const output = new OutputFolder(dir, {siteDir, cacheDir: path.join(siteDir, 'cache'), engine});
  output.begin();
  const left = existsSync(dir);
  mkdirSync(path.join(dir, 'a'), {recursive: true});
  writeFileSync(path.join(dir, 'a/index.html'), 'empty page');
  writeFileSync(path.join(dir, 'styles.css'), 'body {}');
  output.adopt((file) => file !== 'a/index.html');
  output.write(Object.entries(files));
  output.finish();
  return {
    left,
    read: (file: string) => textIn(dir, file),
    changed: (file: string) => statSync(path.join(dir, file)).mtimeMs,
  };
}

/** Makes the files of a build older than its end, as most files of a real one are. */
function age(siteDir: string): void {
  const long = new Date(Date.now() - 60_000);
  for (const file of ['a/index.html', 'b/index.html']) utimesSync(path.join(siteDir, 'build', file), long, long);
}

test('only files that changed are written, and nothing of the build before is left', () => {
  const siteDir = folderWith({});
  const first = build(siteDir, {'a/index.html': 'a', 'b/index.html': 'b', 'c.html': 'c'});
  age(siteDir);
  const [a, b] = [first.changed('a/index.html'), first.changed('b/index.html')];
  const second = build(siteDir, {'a/index.html': 'a', 'b/index.html': 'new'});
  expect(second.left).toBe(false);
  expect(second.changed('a/index.html')).toBe(a);
  expect(second.changed('b/index.html')).not.toBe(b);
  expect(second.read('b/index.html')).toBe('new');
  expect(readdirSync(path.join(siteDir, 'build'), {recursive: true}).sort()).toEqual([
    'a',
    'a/index.html',
    'b',
    'b/index.html',
    'styles.css',
  ]);
  expect(readdirSync(path.join(siteDir, '.docusaurus'))).toEqual([]);
});

test('a file that was changed by hand, or is gone, is written again', () => {
  const siteDir = folderWith({});
  build(siteDir, {'a.html': 'a', 'b.html': 'b'});
  writeFileSync(path.join(siteDir, 'build/a.html'), 'x');
  renameSync(path.join(siteDir, 'build/b.html'), path.join(siteDir, 'b.html'));
  const again = build(siteDir, {'a.html': 'a', 'b.html': 'b'});
  expect([again.read('a.html'), again.read('b.html')]).toEqual(['a', 'b']);
});

test('another folder in the place of the build before is left to Docusaurus', () => {
  const siteDir = folderWith({});
  build(siteDir, {'a.html': 'a'});
  renameSync(path.join(siteDir, 'build'), path.join(siteDir, 'moved'));
  mkdirSync(path.join(siteDir, 'build'));
  writeFileSync(path.join(siteDir, 'build/a.html'), 'x');
  expect(build(siteDir, {'a.html': 'a'}).left).toBe(true);
});

test('a build that was stopped leaves the build before to the next one', () => {
  const siteDir = folderWith({});
  const first = build(siteDir, {'a/index.html': 'a', 'b/index.html': 'b'});
  age(siteDir);
  const b = first.changed('b/index.html');
  const stopped = new OutputFolder(path.join(siteDir, 'build'), {
    siteDir,
    cacheDir: path.join(siteDir, 'cache'),
    engine: 'code',
  });
  stopped.begin();
  expect(existsSync(path.join(siteDir, 'build'))).toBe(false);
  const next = build(siteDir, {'a/index.html': 'a', 'b/index.html': 'b'});
  expect(next.changed('b/index.html')).toBe(b);
});

test('a later content of a file in the same build replaces an earlier one', () => {
  const siteDir = folderWith({});
  build(siteDir, {'a.html': 'whole'});
  const dir = path.join(siteDir, 'build');
  const output = new OutputFolder(dir, {siteDir, cacheDir: path.join(siteDir, 'cache'), engine: 'code'});
  output.begin();
  mkdirSync(dir, {recursive: true});
  output.adopt(() => true);
  output.write([['a.html', 'frame']]);
  output.write([['a.html', 'whole']]);
  output.finish();
  expect(textIn(dir, 'a.html')).toBe('whole');
});
