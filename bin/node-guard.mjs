import {existsSync} from 'node:fs';
import module from 'node:module';
import path from 'node:path';

// Plain JavaScript, because it must run on a Node that is too old for everything else. Node 22.18 is the first version
// that runs TypeScript without a flag. `engines` in package.json gives the same version.
const OLDEST = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `Node ${process.versions.node} runs this, expected ${OLDEST.join('.')} or newer.\n` +
      'Run the command through npm (`npm run check`), which uses the Node that `npm ci` brings; elsewhere install Node 24.\n',
  );
  process.exit(2);
}

// The cache of compiled code halves the start of commands and their workers.
const packages = path.resolve('node_modules');
if (existsSync(packages)) module.enableCompileCache(path.join(packages, '.cache/good-practice-toolkit/compiled'));
