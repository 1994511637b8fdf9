import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {loadToolkit} from '../../../../../src/io/load-toolkit.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

const site = siteFolder('large');

const COPY_RE = /\.(gz|br)$/;

/** Every built file as text; search index files are compressed, and are opened. */
function textsOf(folder: string): [file: string, text: string][] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => statSync(path.join(folder, file)).isFile() && !COPY_RE.test(file))
    .map((file) => {
      const bytes = readFileSync(path.join(folder, file));
      const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return [file, (isGzip ? gunzipSync(bytes) : bytes).toString('latin1')];
    });
}

/** How a day might be written by a machine or to a reader. */
function formsOf(day: string): string[] {
  const date = new Date(`${day}T00:00:00Z`);
  const [year, month, number] = day.split('-').map(Number);
  const inWords = date.toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
  return [
    day,
    day.replaceAll('-', '/'),
    day.replaceAll('-', ''),
    inWords,
    `${number}/${month}/${year}`,
    `${date.valueOf()}`,
  ];
}

test('the private sort key of a ranged update stands nowhere in the build', async () => {
  const {updates} = await loadToolkit(path.dirname(site));
  const ranged = updates.map(({data}) => data).filter(({published}) => published.earliest !== published.latest);
  expect(ranged.length).toBeGreaterThan(0);
  const keys = ranged.map(({date}) => date);
  expect(new Set(keys).size).toBe(keys.length);
  const texts = textsOf(site);
  const leaks = keys.flatMap((key) =>
    formsOf(key).flatMap((form) =>
      texts.filter(([, text]) => text.includes(form)).map(([file]) => `${form} in ${file}`),
    ),
  );
  expect(leaks).toEqual([]);
});
