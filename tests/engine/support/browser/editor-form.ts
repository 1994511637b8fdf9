import {cpSync} from 'node:fs';
import path from 'node:path';
import type {Locator, Page} from 'playwright-core';
import {cacheFolder} from '../../../../src/fs/result-store.ts';
import {type DecapFiles, fetchDecap} from '../../../../src/site/editor/fetch-decap.ts';
import {ROOT} from '../toolkits/copy-toolkit.ts';

/** Decap CMS, which is fetched once for the project. */
export function readyDecap(): Promise<DecapFiles> {
  return fetchDecap(ROOT, () => undefined);
}

/** Whether Decap CMS is here or npm delivers it: without either, the tests of the editor are skipped. */
export async function canUseDecap(): Promise<boolean> {
  return readyDecap().then(
    () => true,
    () => false,
  );
}

/** Gives a copy of a toolkit what was fetched for the project. */
export async function shareDecap(cwd: string): Promise<void> {
  const {react = ''} = await readyDecap();
  const folder = path.resolve(react, '../..');
  cpSync(folder, path.join(cacheFolder(cwd), path.basename(folder)), {recursive: true});
}

/** The control of a field. */
export function field(page: Page, name: string): Locator {
  return page.locator(`:is(input, textarea)[id^="${name}-field"]`).first();
}

/** Chooses a value from the list of a field. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await field(page, name).fill(value.slice(0, 6));
  const option = page.getByRole('option', {name: new RegExp(value)});
  await option.first().click();
}
