import type {TestProject} from 'vitest/node';
import {build} from '../../engine/support/sites/build-toolkit.ts';
import {provideSites} from '../../engine/support/sites/site-folder.ts';
import {copyToolkit} from '../../engine/support/toolkits/copy-toolkit.ts';

/** Builds this toolkit once for the tests of its pages, in a copy: `build` and caches of whoever works here stay as they are. */
export default async function setup(project: TestProject): Promise<void> {
  await provideSites(project, {toolkit: () => build(copyToolkit('toolkit'))});
}
