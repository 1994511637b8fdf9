import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {figuresOf} from '../../../content/figures/figures.ts';
import {FIGURES_FILE} from '../../../content/figures/figures-address.ts';
import {renderFiguresCsv} from '../../../content/figures/render-figures-csv.ts';
import {absoluteUrl} from '../../../content/links/addresses.ts';
import type {BuiltSite} from '../built-site.ts';

/** Writes every figure as a file for spreadsheets: the page of figures leads to it. */
export async function writeFigures(site: BuiltSite): Promise<void> {
  const {pages} = figuresOf(site.toolkit);
  await writeFile(
    path.join(site.dir, FIGURES_FILE),
    renderFiguresCsv(pages, (address) => absoluteUrl(site, address)),
  );
}
