#!/usr/bin/env node
import './node-guard.mjs';
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

// Syntax trees are short-lived: with the default young generation, garbage collection takes a fifth of the time.
const NODE_OPTIONS = {
  check: ['--single-threaded-gc', '--min-semi-space-size=64'],
  build: ['--min-semi-space-size=64', '--max-semi-space-size=64'],
};

// A checkout of the engine runs its sources. The package has only the compiled code, because Node runs no TypeScript
// below `node_modules`.
const source = new URL('../scripts/toolkit.ts', import.meta.url);
const entry = existsSync(source) ? source : new URL('../lib/scripts/toolkit.js', import.meta.url);

const args = process.argv.slice(2);
const guard = new URL('node-guard.mjs', import.meta.url).href;
const child = spawn(
  process.execPath,
  [...(NODE_OPTIONS[args[0]] ?? []), '--import', guard, fileURLToPath(entry), ...args],
  {stdio: 'inherit'},
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => {
  process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : 15);
});
