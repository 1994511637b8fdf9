import {cpSync} from 'node:fs';
import path from 'node:path';
import type {Locator, Page} from 'playwright-core';
import {fetchDecap} from '../../../../src/features/editor/fetch-decap.ts';
import {cacheFolder} from '../../../../src/io/result-store.ts';
import {ROOT} from '../toolkits/copy-toolkit.ts';

/** Decap CMS, which is fetched once for the project. */
export function readyDecap(): Promise<string> {
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
  const folder = await readyDecap();
  cpSync(folder, path.join(cacheFolder(cwd), path.basename(folder)), {recursive: true});
}

/** The control of a field. */
export function field(page: Page, name: string): Locator {
  return page.locator(`:is(input, textarea)[id^="${name}-field"]`).first();
}

/** Adds a change note to a page in the form. */
export async function addNote(page: Page, note: string): Promise<void> {
  await page.getByRole('button', {name: 'Add change note'}).click();
  await page.locator('textarea[id^="note-field"]').last().fill(note);
}
