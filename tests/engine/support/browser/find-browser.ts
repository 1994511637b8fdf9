import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {ExitError} from '../../../../src/io/cli/exit-error.ts';

/** A Chromium that can be launched, and what it needs in its environment. */
export interface BrowserProgram {
  executablePath: string;
  env: Record<string, string>;
  /** Which browser it is, for the log. */
  description: string;
}

const SYSTEM = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/**
 * Finds a Chromium: the one that `CHROMIUM_PATH` names, else the one that comes with the packages
 * (Linux on x64), else one of the system's.
 *
 * @throws {ExitError} where there is none.
 */
export async function findBrowser(folder: string): Promise<BrowserProgram> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return {executablePath: named, env: {}, description: `the browser that CHROMIUM_PATH names, ${named}`};
  if (process.platform === 'linux' && process.arch === 'x64' && findPackaged()) return unpackPackaged(folder);
  const found = SYSTEM.find((file) => existsSync(file));
  if (!found)
    throw new ExitError('no Chromium found on this machine', 'Install one, or set CHROMIUM_PATH to its path.');
  return {executablePath: found, env: {}, description: `the system's browser, ${found}`};
}

/** The browser that the engine's own tests use, which its package leaves out. */
function findPackaged(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch {
    return undefined;
  }
}

async function unpackPackaged(folder: string): Promise<BrowserProgram> {
  const entry = findPackaged() ?? '';
  const {version} = createRequire(entry)('../package.json') as {version: string};
  const home = path.join(folder, `chromium-${version}`);
  const done = path.join(home, 'unpacked');
  if (!existsSync(done)) {
    // What a killed run left half-written would look whole to the package.
    rmSync(home, {recursive: true, force: true});
    mkdirSync(home, {recursive: true});
  }
  // The package unpacks into the temporary folder: give it one of ours while it does.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = home;
  try {
    const {default: chromium, inflate, setupLambdaEnvironment} = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    const executablePath = await chromium.executablePath();
    const shared = await inflate(path.join(path.dirname(entry), '..', 'bin', 'al2023.tar.br'));
    // The package's own font configuration looks into `/tmp` alone.
    const fonts = path.join(home, 'fonts.conf');
    writeFileSync(fonts, `<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/font-cache</cachedir></fontconfig>\n`);
    writeFileSync(done, '');
    return {
      executablePath,
      // Without fonts the pages have no text, and every check for contrast passes.
      env: {...environmentSetBy(() => setupLambdaEnvironment(path.join(shared, 'lib'))), FONTCONFIG_FILE: fonts},
      description: `the Chromium that came with the packages (${version})`,
    };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** What a function sets in this process's environment; for the browser alone, so it is put back at once. */
function environmentSetBy(change: () => void): Record<string, string> {
  const before = {...process.env};
  change();
  const set = Object.entries(process.env).filter(([name, value]) => value !== undefined && value !== before[name]);
  for (const [name] of set) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  return Object.fromEntries(set) as Record<string, string>;
}
