import path from 'node:path';
import type {TestProject} from 'vitest/node';
import type {BrowserProgram} from '../../../../scripts/bench/unpack-browser.ts';
import {unpackBrowser} from '../../../../scripts/bench/unpack-browser.ts';
import {copyToolkit, FLOOD, ROOT} from '../toolkits/copy-toolkit.ts';
import {build} from './build-toolkit.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built sites: this toolkit, and another publisher's. */
    sites: {toolkit: string; flood: string};
    browser: BrowserProgram;
  }
}

/** Builds both toolkits once for all tests of built pages, and makes a browser ready. */
export default async function setup(project: TestProject): Promise<void> {
  const [toolkit, flood, browser] = await Promise.all([
    build(copyToolkit('toolkit')),
    build(copyToolkit('flood', {contentFrom: FLOOD})),
    unpackBrowser(path.join(ROOT, '.tmp')),
  ]);
  project.provide('sites', {toolkit, flood});
  project.provide('browser', browser);
  process.stdout.write(`Browser tests use ${browser.description}.\n`);
}
