import {readFileSync} from 'node:fs';
import path from 'node:path';
import {recordsOf} from '../../../../src/changes/updates/page-record.ts';
import type {BuiltSite} from '../../../../src/site/after-build/built-site.ts';
import {OutputFolder} from '../../../../src/site/after-build/output-folder.ts';
import {folderWith} from '../../support/run-command.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

/** A built site of the given files in a temporary folder; `toolkit` holds the Markdown that it was built from. */
export function siteWith(
  files: Readonly<Record<string, string>>,
  {toolkit = {}, ...changes}: Partial<Omit<BuiltSite, 'toolkit'>> & {toolkit?: Readonly<Record<string, string>>} = {},
): BuiltSite {
  const built = toolkitWith(toolkit);
  const dir = folderWith({});
  const output = new OutputFolder(dir, folderWith({}));
  output.write(Object.entries(files));
  return {
    dir,
    output,
    siteDir: process.cwd(),
    url: 'https://flood.example',
    baseUrl: '/',
    today: '2026-11-24',
    toolkit: built,
    records: recordsOf(built, '2026-11-24'),
    differences: {updates: [], since: []},
    pages: new Map(Object.entries(files).map(([file, text]) => [file, {key: text, make: () => text}])),
    pictures: new Map(),
    draw: () => '<svg viewBox="0 0 360 90"></svg>',
    listed: new Set(),
    texts: new Map(),
    ...changes,
  };
}

/** The text of a built file. */
export function read(site: BuiltSite, file: string): string {
  return readFileSync(path.join(site.dir, file), 'utf8');
}

/** A whole page around the given head and body, as Docusaurus writes one. */
export function html(head: string, body = ''): string {
  return `<!doctype html><html lang=en-GB><head><meta charset=UTF-8>${head}</head><body>${body}</body></html>`;
}
