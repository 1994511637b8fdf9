import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {sinceFile} from '../../../content/differences/addresses.ts';
import type {DifferencePage} from '../../../content/differences/difference-pages.ts';
import {comparisonPages, updateDifferencePages} from '../../../content/differences/difference-pages.ts';
import type {ShellKind} from '../../../content/differences/difference-shell.ts';
import {fillShell, SHELLS} from '../../../content/differences/difference-shell.ts';
import {renderSinceCsv} from '../../../content/differences/render-since-csv.ts';
import {absoluteUrl, fileOfAddress} from '../../../content/links/addresses.ts';
import type {BuiltSite} from '../built-site.ts';
import {inParallel} from '../in-parallel.ts';

/** Writes a page for every difference, of an update and between editions, and what changed since each edition as a file. */
export async function writeDifferences(site: BuiltSite): Promise<void> {
  const {dir, toolkit, differences} = site;
  await fillShells(site, 'update', updateDifferencePages(toolkit, differences.updates, site));
  await fillShells(site, 'comparison', comparisonPages(toolkit, differences.comparisons, site));
  for (const {edition, updates} of differences.since.filter((since) => since.updates.length > 0)) {
    const csv = renderSinceCsv(updates, (address) => absoluteUrl(site, address));
    await writeFile(path.join(dir, sinceFile(edition)), csv);
  }
}

/** The shell itself is no page of the site. */
async function fillShells({dir}: BuiltSite, kind: ShellKind, pages: readonly DifferencePage[]): Promise<void> {
  if (pages.length === 0) return;
  const {address: shellAddress, folder} = SHELLS[kind];
  const shell = await readFile(path.join(dir, fileOfAddress(shellAddress)), 'utf8');
  await rm(path.join(dir, folder), {recursive: true});
  await inParallel(pages, async ({address, values, body}) => {
    const target = path.join(dir, fileOfAddress(address));
    await mkdir(path.dirname(target), {recursive: true});
    await writeFile(target, fillShell(shell, values, body().html));
  });
}
