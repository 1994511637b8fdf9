import type {PlannedFile} from '../files/planned-file.ts';
import {FIGURES_FILE, fileOfChart} from '../pages/figure.ts';
import {FILE_RECORD, type FileRecord} from '../schemas/record-schemas.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {absoluteUrl, isPlaceholder} from './addresses.ts';

/** In the address of a file, the address of each live page. */
export const EACH_PAGE = '{page}';

interface KeepingFeature {
  keeps?(config: ToolkitConfig): readonly string[];
}

function publishedFiles({charts, config, extensions}: Pick<Toolkit, 'charts' | 'config' | 'extensions'>): string[] {
  const hasCharts = charts.some(({edition}) => edition === undefined);
  return [
    ...(extensions.features as readonly KeepingFeature[]).flatMap(({keeps}) => keeps?.(config) ?? []),
    FIGURES_FILE,
    ...(hasCharts ? [fileOfChart('*', 'svg'), fileOfChart('*', 'csv')] : []),
  ];
}

/** The record as the next update publishes it. It never loses an entry. */
export function recordFiles(toolkit: Toolkit): PlannedFile {
  const {files = [], removed = [], site: recorded}: Partial<FileRecord> = toolkit.fileRecord?.data ?? {};
  // A launch may come before there is an address: nobody has read the site at a placeholder.
  const site = [recorded, absoluteUrl(toolkit.config, '/')].find((address) => address && !isPlaceholder(address));
  const retired = new Set(removed.map((entry) => entry.files));
  const all = [...new Set([...files, ...publishedFiles(toolkit)])].filter((family) => !retired.has(family)).sort();
  return {path: FILE_RECORD, content: `${JSON.stringify({schema: 1, site, files: all, removed}, null, 2)}\n`};
}
