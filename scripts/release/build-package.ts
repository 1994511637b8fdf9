import {execFileSync} from 'node:child_process';
import {copyFileSync, globSync, mkdirSync, rmSync} from 'node:fs';
import path from 'node:path';

/** The compiled engine, which is all the code that the package has: `npm pack` runs this first. */
const OUT = 'lib';

/** What the compiler leaves out: style sheets, templates, and the files that say that the code is ES modules. */
const ASSETS = ['src/**/*.css', 'src/features/hosts/templates/*', 'src/package.json', 'scripts/package.json'];

const root = path.resolve(import.meta.dirname, '../..');
rmSync(path.join(root, OUT), {recursive: true, force: true});
execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
for (const asset of globSync(ASSETS, {cwd: root})) {
  const target = path.join(root, OUT, asset);
  mkdirSync(path.dirname(target), {recursive: true});
  copyFileSync(path.join(root, asset), target);
}
