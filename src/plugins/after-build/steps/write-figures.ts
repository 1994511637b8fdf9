import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {FIGURES_FILE} from '../../../content/figures/figure.ts';
import {figuresOf} from '../../../content/figures/figures.ts';
import {renderFiguresCsv} from '../../../content/figures/figures-csv.ts';
import {absoluteUrl} from '../../../content/links/addresses.ts';
import type {BuiltSite} from '../built-site.ts';

/** Writes the figures as a file for spreadsheets, which the page of figures links to. */
export async function writeFigures(site: BuiltSite): Promise<void> {
  await writeFile(
    path.join(site.dir, FIGURES_FILE),
    renderFiguresCsv(figuresOf(site.toolkit), (address) => absoluteUrl(site, address)),
  );
}
