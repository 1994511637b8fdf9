import {execFile} from 'node:child_process';
import {createRequire} from 'node:module';
import path from 'node:path';
import {expect, test} from 'vitest';
import {filesBelow} from '../../../src/site/after-build/output-folder.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';

const VNU = createRequire(import.meta.url)('vnu-jar') as string;

/** How many pages are tried: some of each folder, so that every kind of page is among them. */
const SAMPLE = 60;

interface Message {
  type: string;
  message: string;
  url: string;
}

/** What the Nu Html Checker says of files, as errors: https://github.com/validator/validator */
function errorsIn(files: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    execFile('java', ['-jar', VNU, '--format', 'json', ...files], {maxBuffer: 100_000_000}, (error, _, stderr) => {
      if (error && 'code' in error && error.code === 'ENOENT')
        reject(new Error('no Java found: install Java 17 or newer'));
      const {messages} = JSON.parse(stderr) as {messages: Message[]};
      const errors = messages.filter(({type}) => type === 'error');
      resolve(errors.map(({message, url}) => `${path.basename(path.dirname(url))}: ${message}`));
    });
  });
}

test('the Nu Html Checker finds no error in pages of every kind', {timeout: 300_000}, async () => {
  const folder = siteFolder('toolkit');
  const pages = filesBelow(folder).filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'));
  const kinds = [...Map.groupBy(pages, (file) => file.split('/').slice(0, 2).join('/')).values()];
  const chosen = Array.from({length: SAMPLE}, (_, turn) => kinds.flatMap((kind) => kind[turn] ?? [])).flat();
  expect(chosen.length).toBeGreaterThan(SAMPLE);
  expect(await errorsIn(chosen.slice(0, SAMPLE).map((file) => path.join(folder, file)))).toEqual([]);
});
