import fs from 'node:fs';
import {syncBuiltinESMExports} from 'node:module';
import path from 'node:path';

/**
 * Loaded before a program with `--import`: adds a line to the file `READS_LOG` for each page that the program opens,
 * `<caller> <page>`, where the caller is the place in the code that asked. Docusaurus' bundler reads without Node, unseen.
 */
const {appendFileSync} = fs;
const LOG = process.env.READS_LOG ?? '';
const PAGE_RE = /^(docs|handbook)\/.+\.md$/;

function logRead(file: unknown): void {
  if (typeof file !== 'string') return;
  const page = path.relative(process.cwd(), file).replaceAll('\\', '/');
  if (!PAGE_RE.test(page)) return;
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 30;
  const frames = (new Error().stack ?? '').split('\n').slice(1);
  Error.stackTraceLimit = limit;
  const caller = frames.find((frame) => !frame.includes('node:') && !frame.includes('log-reads'));
  appendFileSync(LOG, `${[caller?.trim(), page].join('\t')}\n`);
}

let isInside = false;

/** Calls the real function, after the read is on record; what that opens in turn is the same read. */
function logged(read: (...args: unknown[]) => unknown) {
  return (...args: unknown[]) => {
    if (isInside) return read(...args);
    logRead(args[0]);
    isInside = true;
    try {
      return read(...args);
    } finally {
      isInside = false;
    }
  };
}

for (const name of ['readFileSync', 'openSync', 'readFile', 'open', 'createReadStream'] as const) {
  Object.assign(fs, {[name]: logged(fs[name] as (...args: unknown[]) => unknown)});
}
for (const name of ['readFile', 'open'] as const) {
  Object.assign(fs.promises, {[name]: logged(fs.promises[name] as (...args: unknown[]) => unknown)});
}
syncBuiltinESMExports();
