import {createServer} from 'node:http';
import {ExitError} from '../../src/fs/exit-error.ts';
import {requireConfiguration} from '../../src/fs/load-toolkit.ts';
import {listenOn, readPort} from '../cli/site-server.ts';
import type {Run} from '../commands.ts';

/** `toolkit build`: checks the model, builds the site with Docusaurus, and finishes the built files. */
export const build: Run<'build'> = async (options, {cwd}) => {
  requireConfiguration(cwd);
  return runDocusaurus('build', options);
};

/** `toolkit start`: serves the site while it is written, and shows each change. */
export const start: Run<'start'> = async (options, {cwd}) => {
  requireConfiguration(cwd);
  await requireFreePort(readPort(options.port), options.host ?? 'localhost');
  return runDocusaurus('start', options);
};

/** Docusaurus would only say that something runs there. */
async function requireFreePort(port: number, host: string): Promise<void> {
  const server = createServer();
  const isFree = await listenOn(server, port, host);
  server.close();
  if (isFree) return;
  throw new ExitError(
    `port ${port} is in use, expected a free one`,
    `Stop the program that uses it, or name another port: \`npm start -- --port ${port + 1}\`.`,
  );
}

/** Docusaurus' own program ends the process where it fails; `start` serves on after this returns. */
async function runDocusaurus(command: string, options: Readonly<Record<string, string | boolean>>): Promise<number> {
  const given = Object.entries(options).map(([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`));
  process.argv.splice(2, Number.POSITIVE_INFINITY, command, ...given);
  await import(import.meta.resolve('@docusaurus/core/bin/docusaurus.mjs'));
  return 0;
}
