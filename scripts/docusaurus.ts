import {access, constants} from 'node:fs/promises';
import path from 'node:path';
import {freePort, readPort} from '../src/io/cli/site-server.ts';
import {requireConfiguration} from '../src/io/load-toolkit.ts';
import {explainFailure} from '../src/io/transaction/tree.ts';
import type {Run} from './commands.ts';

/** `toolkit build`: checks the model, builds the site with Docusaurus, and finishes the built files. */
export const build: Run<'build'> = async ({staging, ...options}, {cwd}) => {
  await requireSite(cwd);
  if (staging) process.env.TOOLKIT_STAGING = '1';
  return runDocusaurus('build', options);
};

/** `toolkit start`: serves the site while it is written, and shows each change. */
export const start: Run<'start'> = async (options, {cwd, stderr}) => {
  await requireSite(cwd);
  const first = readPort(options.port);
  // Docusaurus would ask, and only in a terminal.
  const port = await freePort(first, options.host);
  if (port !== first) stderr.write(`Port ${first} is in use, so the site is at port ${port}.\n`);
  return runDocusaurus('start', {...options, port: String(port)});
};

/** Docusaurus would print a stack where it may not write. */
async function requireSite(cwd: string): Promise<void> {
  requireConfiguration(cwd);
  for (const folder of ['.', '.docusaurus', 'build']) {
    await access(path.join(cwd, folder), constants.W_OK).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw explainFailure(error, 'the site could not be written', cwd);
    });
  }
}

/** Docusaurus' own program ends the process where it fails; `start` serves on after this returns. */
async function runDocusaurus(command: string, options: Readonly<Record<string, string | boolean>>): Promise<number> {
  const given = Object.entries(options).map(([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`));
  // It ends a build with advice to run `npm run serve`, which a toolkit does not have.
  const {info} = console;
  console.info = (...words: unknown[]) => {
    if (!words.join(' ').includes('run serve')) info(...words);
  };
  process.argv.splice(2, Number.POSITIVE_INFINITY, command, ...given);
  await import(import.meta.resolve('@docusaurus/core/bin/docusaurus.mjs'));
  return 0;
}
