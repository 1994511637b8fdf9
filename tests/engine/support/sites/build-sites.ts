import {execFile} from 'node:child_process';
import {cpSync} from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import type {TestProject} from 'vitest/node';
import {copyToolkit, FLOOD, FLOOD_LARGE} from '../toolkits/copy-toolkit.ts';
import {packEngine} from '../toolkits/pack-engine.ts';
import {build, TODAY} from './build-toolkit.ts';
import {provideSites} from './site-folder.ts';

/** Builds the example toolkit and the larger one once for all tests of built pages. */
export default async function setup(project: TestProject): Promise<void> {
  await provideSites(project, {
    // By the packed engine, as a publisher builds it; tests compare it with builds by the sources.
    flood: () => build(copyToolkit('flood', {contentFrom: FLOOD, engine: packEngine()})),
    large: buildLarge,
  });
}

/** The overlay brings waiting notes, and no page that is generated: both are made here, by the commands for it. */
async function buildLarge(): Promise<string> {
  const cwd = copyToolkit('flood-large', {contentFrom: [FLOOD, FLOOD_LARGE]});
  for (const file of ['toolkit.config.ts', 'extensions.mts'])
    cpSync(path.join(FLOOD, file), path.join(cwd, 'example', file));
  for (const command of ['generate', 'publish']) {
    await promisify(execFile)('npm', ['run', command], {
      cwd,
      env: {...process.env, TOOLKIT_TODAY: TODAY},
      shell: process.platform === 'win32',
    });
  }
  return build(cwd);
}
