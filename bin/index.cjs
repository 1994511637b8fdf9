// A checkout of the engine runs its sources, and the package its compiled code. Node's own loader takes it from here:
// the one with which Docusaurus loads configurations reads ES modules differently (zod comes out empty).
const {existsSync} = require('node:fs');
const {createRequire} = require('node:module');
const path = require('node:path');

const load = createRequire(__filename);
const isCheckout = existsSync(path.join(__dirname, '../src/index.ts'));
const {defineCollection, defineDirective, defineRule, defineToolkit, h, z} = load(
  isCheckout ? '../src/index.ts' : '../lib/src/index.js',
);

exports.defineCollection = defineCollection;
exports.defineDirective = defineDirective;
exports.defineRule = defineRule;
exports.defineToolkit = defineToolkit;
exports.h = h;
exports.z = z;
