import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import type {TestProject} from 'vitest/node';
import {unpackBrowser} from '../../../../scripts/bench/unpack-browser.ts';
import {copyToolkit, FLOOD, FLOOD_LARGE, ROOT} from '../toolkits/copy-toolkit.ts';
import {build, TODAY} from './build-toolkit.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built sites of the example: as it is, and with more laid over it, published on the day of the build. */
    sites: {flood: string; large: string};
  }
}

/** Builds the example toolkit and the larger one once for all tests of built pages, and makes a browser ready. */
export default async function setup(project: TestProject): Promise<void> {
  const [flood, large, browser] = await Promise.all([
    build(copyToolkit('flood', {contentFrom: FLOOD})),
    buildLarge(),
    unpackBrowser(path.join(ROOT, '.tmp')),
  ]);
  project.provide('sites', {flood, large});
  project.provide('browser', browser);
  process.stdout.write(`Browser tests use ${browser.description}.\n`);
}

/** The overlay brings waiting notes, and no page that is generated: both are made here, by the commands for it. */
async function buildLarge(): Promise<string> {
  const cwd = copyToolkit('flood-large', {contentFrom: [FLOOD, FLOOD_LARGE]});
  for (const command of ['generate', 'publish']) {
    await promisify(execFile)('npm', ['run', command], {cwd, env: {...process.env, TOOLKIT_TODAY: TODAY}});
  }
  return build(cwd);
}
