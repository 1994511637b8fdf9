import {execFileSync} from 'node:child_process';
import {globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {noteExample} from '../../../../../src/checks/examples/example-files.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {compareFolders} from '../../../support/sites/compare-folders.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';
import {copyToolkit, FLOOD, WORK} from '../../../support/toolkits/copy-toolkit.ts';

/** A search path that holds what `npm run` needs, and no git. */
function pathWithoutGit(): string {
  const bin = path.join(WORK, 'bin-without-git');
  rmSync(bin, {recursive: true, force: true});
  mkdirSync(bin, {recursive: true});
  for (const program of ['node', 'npm', 'sh', 'env']) {
    const found = execFileSync('sh', ['-c', 'command -v "$1"', 'sh', program], {encoding: 'utf8'}).trim();
    symlinkSync(found, path.join(bin, program));
  }
  return bin;
}

const READS_LOG = path.join(WORK, 'reads.log');
let warm = '';

beforeAll(async () => {
  warm = copyToolkit('flood warm', {contentFrom: FLOOD});
  rmSync(READS_LOG, {force: true});
  const logReads = new URL('./log-reads.ts', import.meta.url);
  await build(warm, {
    TZ: 'Asia/Tokyo',
    LC_ALL: 'C',
    PATH: pathWithoutGit(),
    NODE_OPTIONS: `--import=${logReads}`,
    READS_LOG,
  });
}, 240_000);

test('a build loads the toolkit once: the engine opens each page exactly once', () => {
  const reads = readFileSync(READS_LOG, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    // Docusaurus opens each page once more.
    .filter(([caller = '']) => !caller.includes('node_modules'))
    .map(([, page]) => page);
  const pages = globSync('{docs,handbook}/**/*.md', {cwd: warm}).sort();
  expect(pages.length).toBeGreaterThan(3);
  expect(reads.sort()).toEqual(pages);
});

test('another folder, time zone and no git give the same bytes, and so does a warm build after an edit', async () => {
  const before = path.join(warm, 'build');
  expect(compareFolders(siteFolder('flood'), before)).toEqual([]);

  const edit = (folder: string) => {
    replaceIn(path.join(folder, 'docs/priorities/warnings.md'), /^title: .*/m, 'title: Warnings that arrive');
    mkdirSync(path.join(folder, 'blog/_pending'));
    writeFileSync(path.join(folder, 'blog/_pending/warnings.md'), noteExample('pages: [priorities/warnings]\n'));
    replaceIn(path.join(folder, 'blog/2026-11-02.md'), /^title: .*/m, 'title: First pages, told anew');
    replaceIn(path.join(folder, 'toolkit.config.ts'), /strapline: .*/, "strapline: 'Another strapline',");
  };
  edit(warm);
  const cold = copyToolkit('flood cold', {contentFrom: FLOOD, copyCode: true});
  edit(cold);
  const [edited, fresh] = [await build(warm), await build(cold)];
  expect(compareFolders(edited, fresh)).toEqual([]);
  expect(compareFolders(edited, siteFolder('flood'))).not.toEqual([]);
});

function replaceIn(file: string, pattern: RegExp, words: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(pattern, words);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
}
