import {expect, test} from 'vitest';
import {recordFiles} from '../../../../src/content/addresses/file-record.ts';
import {FILE_RECORD} from '../../../../src/content/schemas/record-schemas.ts';
import {pageExample, updateExample} from '../../../../src/rules/examples/example-files.ts';
import {checkPublishedFiles} from '../../../../src/site/links/check-files.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const REMOVED = [{files: '{page}cite.ris', on: '2026-11-29', why: 'The browser makes it now.'}];

const published = (files: readonly string[]) =>
  toolkitWith({
    'docs/priorities/homes.md': pageExample('Homes'),
    'blog/2026-11-02.md': updateExample('2026-11-02', 'priorities/homes'),
    [FILE_RECORD]: JSON.stringify({schema: 1, files, removed: REMOVED}),
  });

function lost(files: readonly string[], built: readonly string[]): string[] {
  return checkPublishedFiles({files: new Set(built)}, published(files)).map(({problem}) => problem);
}

test('every live page keeps its file, and at least one file of a family is left', () => {
  const pages = published([]).pages.map(({address}) => `${address}index.html.md`.slice(1));
  const [first = '', ...others] = pages;
  const files = ['{page}index.html.md', '/api/content/*.json', '/figures.csv'];
  expect(lost(files, [...pages, 'api/content/toolkit/a.json', 'figures.csv'])).toEqual([]);
  expect(lost(files, others)).toEqual([
    `\`/${first}\` was published and the built site has no such file, expected one`,
    '`/api/content/*.json` was published and the built site has no such file, expected one',
    '`/figures.csv` was published and the built site has no such file, expected one',
  ]);
});

test('an update adds to the record, keeps what it has, and never takes back what was removed', () => {
  const {path, content} = recordFiles(published(['/old.csv']));
  const {files, removed} = JSON.parse(String(content));
  expect(path).toBe(FILE_RECORD);
  expect(files).toEqual(expect.arrayContaining(['/old.csv', '/api/index.json', '{page}feed.atom']));
  expect(files).not.toContain('{page}cite.ris');
  expect(removed).toEqual(REMOVED);
});
