import {execFileSync} from 'node:child_process';
import {copyFileSync, globSync, mkdirSync, rmSync} from 'node:fs';
import path from 'node:path';

/**
 * The compiled engine, which is all the code that the package has: `npm pack` runs this first. Options go to the compiler.
 */
const OUT = 'lib';

/** What the compiler leaves out: style sheets, templates, plain JavaScript as it is served, and the files that say that the code is ES modules. */
const ASSETS = ['src/**/*.{css,mjs}', 'src/features/hosts/templates/*', 'src/package.json', 'scripts/package.json'];

const root = path.resolve(import.meta.dirname, '../..');
rmSync(path.join(root, OUT), {recursive: true, force: true});
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', 'scripts/release/tsconfig.build.json', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const asset of globSync(ASSETS, {cwd: root})) {
  const target = path.join(root, OUT, asset);
  mkdirSync(path.dirname(target), {recursive: true});
  copyFileSync(path.join(root, asset), target);
}
