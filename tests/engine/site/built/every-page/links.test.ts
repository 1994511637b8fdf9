import path from 'node:path';
import {expect, test} from 'vitest';
import {addressOfFile, fileOfAddress} from '../../../../../src/content/addresses/addresses.ts';
import {addressOfSource} from '../../../../../src/content/addresses/source-files.ts';
import {headingsOf} from '../../../../../src/content/markdown/headings/headings.ts';
import {isPage} from '../../../../../src/content/toolkit.ts';
import {HOST_FILE_NAMES} from '../../../../../src/io/cli/site-server.ts';
import {loadToolkit} from '../../../../../src/io/load-toolkit.ts';
import {isDerived, sitePlaces} from '../../../../../src/rules/files/site-places.ts';
import {filesBelow} from '../../../../../src/site/after-build/output-folder.ts';
import {textIn} from '../../../support/run-command.ts';
import {builtPage} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

const SITES = ['flood', 'large'] as const;

test.each(SITES)('the anchors that go on record are those of the built pages of the %s site', async (name) => {
  const build = siteFolder(name);
  const {config, documents} = await loadToolkit(path.dirname(build));
  const pages = documents.filter((entry) => isPage(entry) || entry.kind === 'edition-page');
  expect(pages.length).toBeGreaterThan(0);
  for (const {document} of pages) {
    const file = fileOfAddress(addressOfSource(config, document.path));
    const {$} = builtPage(file, textIn(build, file));
    const ids = $('h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]')
      .toArray()
      .map((element) => $(element).attr('id'));
    expect(ids, document.path).toEqual(
      expect.arrayContaining(headingsOf(document.text).flatMap(({anchor}) => anchor || [])),
    );
  }
});

test.each(SITES)('the check without a build knows the addresses and anchors of the %s site', async (name) => {
  const build = siteFolder(name);
  const toolkit = await loadToolkit(path.dirname(build));
  const {files, pages} = sitePlaces(toolkit);
  const built = new Set(filesBelow(build));
  expect([...files].filter((file) => !built.has(file))).toEqual([]);
  const isKnown = (file: string) =>
    files.has(file) || HOST_FILE_NAMES.includes(file) || isDerived(addressOfFile(file)) || /\.(br|gz|md)$/.test(file);
  expect([...built].filter((file) => !isKnown(file))).toEqual([]);
  for (const {file, anchors} of pages) {
    const {$} = builtPage(file, textIn(build, file));
    const ids = $('[id]')
      .not('svg *')
      .toArray()
      .map((element) => $(element).attr('id') ?? '');
    expect(
      ids.filter((id) => !anchors.has(id)),
      file,
    ).toEqual([]);
  }
});
