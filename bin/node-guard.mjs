import {existsSync} from 'node:fs';
import module from 'node:module';
import path from 'node:path';

// Plain JavaScript, because it must run on a Node that is too old for everything else, and without any package. `undici`
// needs this version, which runs TypeScript without a flag; `engines` in package.json gives the same.
const OLDEST = [22, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

// First, because installing brings the right Node on Linux.
if (!isInstalled()) {
  const command = existsSync('package-lock.json') ? 'npm ci' : 'npm install';
  stop('the packages that this needs are not installed', `Run \`${command}\`.`);
}
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  stop(
    `Node ${process.versions.node} is too old, expected ${OLDEST.join('.')} or newer`,
    'Run the command through npm, such as `npm run check`: on Linux it uses the Node that was installed with the packages. On other systems, install a newer Node.',
  );
}

// The cache of compiled code halves the start of commands and their workers.
const packages = path.resolve('node_modules');
if (existsSync(packages)) module.enableCompileCache(path.join(packages, '.cache/good-practice-toolkit/compiled'));

function isInstalled() {
  try {
    module.createRequire(import.meta.url).resolve('yaml');
    return true;
  } catch {
    return false;
  }
}

function stop(problem, fix) {
  process.stderr.write(`${problem}\n  fix: ${fix}\n`);
  process.exit(2);
}
