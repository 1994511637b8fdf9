// A checkout of the engine runs its sources, and the package its compiled code. Node's own loader takes it from here:
// the one with which Docusaurus loads configurations reads ES modules differently (zod comes out empty).
const {existsSync} = require('node:fs');
const {createRequire} = require('node:module');
const path = require('node:path');

const load = createRequire(__filename);
const isCheckout = existsSync(path.join(__dirname, '../src/site.ts'));
const {createSiteConfig, toolkitPlugins, toolkitPreset, toolkitSidebars, toolkitSite} = load(
  isCheckout ? '../src/site.ts' : '../lib/src/site.js',
);

exports.createSiteConfig = createSiteConfig;
exports.toolkitPlugins = toolkitPlugins;
exports.toolkitPreset = toolkitPreset;
exports.toolkitSidebars = toolkitSidebars;
exports.toolkitSite = toolkitSite;
