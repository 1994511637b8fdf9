import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {checkBatch} from '../../../src/app/check/check-batch.ts';
import {loadSettings, readNavigationFile, readToolkit} from '../../../src/io/load-toolkit.ts';
import {checkReadableModel} from '../../../src/rules/rule-set.ts';
import {cpuTime} from '../support/cpu-time.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

/** READMEs and all other documentation of packages; licences are text that is Markdown too. */
const FILES = 'node_modules/**/{*.{md,markdown,mdx},LICENSE,LICENSE.txt,LICENCE}';

/** Nothing may crash on what nobody wrote for a toolkit, and a file takes as long among many as among few. */
test('documentation of packages is checked in a time that grows with its files', async () => {
  const names = globSync(FILES, {cwd: ROOT, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => path.join(parentPath, name))
    .sort();
  const settings = loadSettings(ROOT);
  const each: number[] = [];
  for (const size of [300, 1000, 3000]) {
    // Every nth of them, so that no large package fills a sample.
    const step = Math.max(1, names.length / size);
    const sample = names.filter((_, index) => Math.floor(index % step) === 0).slice(0, size);
    const files = sample.map((name, index) => {
      const front = `---\ntitle: Page ${index}\ndescription: Documentation of a package.\n---\n\n`;
      return {path: `docs/page-${index}.md`, bytes: Buffer.concat([Buffer.from(front), readFileSync(name)])};
    });
    const started = cpuTime();
    const toolkit = readToolkit(settings, [readNavigationFile(ROOT), ...files]);
    const {toolkit: readable} = checkReadableModel(toolkit, '2026-11-24');
    const pages = readable.documents.filter(({kind, isUnread}) => kind === 'page' && !isUnread);
    const batch = pages.map(({kind, document: {placeOf: _, ...data}}) => ({kind, ...data}));
    await checkBatch({cwd: ROOT, config: toolkit.config, pages: batch});
    each.push((cpuTime() - started) / files.length);
  }
  expect(each[2]).toBeLessThan(2 * Math.min(...each.slice(0, 2)));
}, 3_600_000);
