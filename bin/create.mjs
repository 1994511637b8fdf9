#!/usr/bin/env node
// `npm create good-practice-toolkit` and `npx --package good-practice-toolkit create-good-practice-toolkit` run this.
process.argv.splice(2, 0, 'create');
await import('./toolkit.mjs');
