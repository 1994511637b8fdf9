import {readFileSync} from 'node:fs';
import path from 'node:path';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {compress} from '../../../../../src/site/after-build/steps/compress.ts';
import {siteWith} from '../built-site.ts';

const long = 'The river rises. '.repeat(100);

test('texts get smaller copies that hold the same words and no time, if the toolkit asks for them', async () => {
  const site = siteWith({'index.html': long, 'small.html': 'short', 'photo.jpg': long});
  await compress(site);
  expect(site.output.list()).toEqual(['index.html', 'photo.jpg', 'small.html']);
  Object.assign(site.toolkit, {config: {...site.toolkit.config, compress: true}});
  await compress(site);
  expect(site.output.list()).toEqual(['index.html', 'index.html.br', 'index.html.gz', 'photo.jpg', 'small.html']);
  const [brotli, gzip] = ['br', 'gz'].map((extension) => readFileSync(path.join(site.dir, `index.html.${extension}`)));
  expect(brotliDecompressSync(brotli ?? '').toString()).toBe(long);
  expect(gunzipSync(gzip ?? '').toString()).toBe(long);
  expect(gzip?.subarray(4, 8)).toEqual(Buffer.alloc(4));
});
