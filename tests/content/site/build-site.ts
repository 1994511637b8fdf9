import path from 'node:path';
import type {TestProject} from 'vitest/node';
import {unpackBrowser} from '../../../scripts/bench/unpack-browser.ts';
import {build} from '../../engine/support/sites/build-toolkit.ts';
import {copyToolkit, ROOT} from '../../engine/support/toolkits/copy-toolkit.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site of this toolkit. */
    site: string;
  }
}

/** Builds this toolkit once for the tests of its pages, in a copy: `build` and caches of whoever works here stay as they are. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('site', await build(copyToolkit('toolkit')));
  project.provide('browser', await unpackBrowser(path.join(ROOT, '.tmp')));
}
