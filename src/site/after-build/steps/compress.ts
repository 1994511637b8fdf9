import {readFileSync} from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {keepResult, recall} from '../../../content/memo.ts';
import type {BuiltSite} from '../built-site.ts';

const COMPRESSIBLE = /\.(html|css|csv|js|json|md|xml|atom|svg|txt|wasm)$/;

/** Smaller files, in bytes, arrive no sooner if they are compressed. */
const WORTH_IT = 1024;

interface Copies {
  gz: Uint8Array;
  br: Uint8Array;
}

/** Enough to keep disk and compression busy, few enough to need little memory. */
const AT_ONCE = 8;

/** Writes gzip and Brotli copies of every text file, for servers that send precompressed files; only if asked. */
export async function compress(site: BuiltSite): Promise<void> {
  if (!site.toolkit.config.compress) return;
  const files = site.output.list().filter((file) => COMPRESSIBLE.test(file));
  const queue = files.values();
  const worker = async (): Promise<void> => {
    for (const file of queue) await compressFile(site, file);
  };
  await Promise.all(Array.from({length: AT_ONCE}, worker));
}

async function compressFile(site: BuiltSite, file: string): Promise<void> {
  const content = readFileSync(path.join(site.dir, file));
  if (content.length <= WORTH_IT) return;
  const kept = recall<Copies>('compressed copies', [content]);
  const copies = kept?.value ?? {gz: await toGzip(content), br: await toBrotli(content)};
  if (!kept) keepResult('compressed copies', [content], copies);
  for (const [extension, copy] of Object.entries(copies)) {
    if (copy.length < content.length) site.output.write([[`${file}.${extension}`, copy]]);
  }
}

/** Node writes no time into the header, so the same text always gives the same bytes. */
function toGzip(content: Buffer): Promise<Buffer> {
  return promisify(gzip)(content);
}

function toBrotli(content: Buffer): Promise<Buffer> {
  // A window no larger than the text: up to 64 KB this is 17 times as fast, and not a byte larger.
  const window = Math.min(Math.max(Math.ceil(Math.log2(content.length + 16)), constants.BROTLI_MIN_WINDOW_BITS), 22);
  return promisify(brotliCompress)(content, {
    params: {
      // Higher qualities take half as long again and save a thousandth.
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_LGWIN]: window,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}
