import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {renderDiffHtml} from '../../../../src/changes/diff/render/render-diff-html.ts';
import {updateDifferences} from '../../../../src/changes/updates/update-differences.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {pageExample} from '../../../../src/rules/examples/example-files.ts';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {publishedFiles} from '../../support/toolkits/waiting-toolkit.ts';

const PICTURE = 'docs/priorities/boats.svg';
const DOWNLOAD = 'static/files/hours.csv';
const TEXT =
  'Keep three boats for every 40 homes, and a key to each. Take [the hours](/files/hours.csv).\n\n![Boats of a village](boats.svg)';

const homes = (note?: string, more = '') =>
  pageExample(
    'Homes',
    note === undefined ? '' : `changes:\n  - significance: minor\n    note: ${note}\n`,
    `${TEXT}${more}`,
  );
const drawing = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="1"></svg>\n`;

async function published(): Promise<{cwd: string; write(file: string, text: string): void}> {
  const cwd = folderWith({
    ...publishedFiles(),
    'docs/priorities/homes.md': homes('Each village keeps three boats for every 40 homes.').replace('minor', 'major'),
    [PICTURE]: drawing(1),
    [DOWNLOAD]: 'day,hours\n',
  });
  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 0});
  return {cwd, write: (file, text) => writeFileSync(path.join(cwd, file), text)};
}

test('a replaced file needs a note on each page that shows it, and the note is published with what was replaced', async () => {
  const {cwd, write} = await published();
  const record = 'blog/_published/2026-11-24.json';
  const {shown} = JSON.parse(textIn(cwd, record));
  expect(Object.keys(shown['priorities/homes'])).toEqual([PICTURE, DOWNLOAD]);
  expect((await runCommand(['check', '--model'], cwd)).code).toBe(0);

  write(PICTURE, drawing(2));
  write(DOWNLOAD, 'day,hours\nMonday,2\n');
  const {code, stdout} = await runCommand(['check', '--model'], cwd);
  expect(code).toBe(1);
  expect(stdout).toContain('page has changed (1 picture, 1 download replaced), expected a change note about it');
  write('docs/priorities/homes.md', homes('The boats and the hours are those of this winter.'));
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0});

  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 0});
  const toolkit = await loadToolkit(cwd);
  const config = {...toolkit.config, launched: '2026-11-01'};
  const [difference] = updateDifferences({...toolkit, config}).filter(({slug}) => slug === '2026-11-24.2');
  const html = difference ? renderDiffHtml(difference.diff) : '';
  expect(html).toContain('<bdi>Replaced: picture</bdi>');
  expect(html).toContain('<bdi>Replaced: download</bdi>');
  expect((await runCommand(['check', '--model'], cwd)).code).toBe(0);
});

test('with other changes, the note says that the file was replaced', async () => {
  const {cwd, write} = await published();
  write(PICTURE, drawing(2));
  write('docs/priorities/homes.md', homes('The page says who rows.', '\n\nNeighbours row.'));
  expect((await runCommand(['check', '--model'], cwd)).stdout).toContain(`picture replaced "${PICTURE}"`);
  write('docs/priorities/homes.md', homes('The page says who rows, and has another picture.', '\n\nNeighbours row.'));
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0});
});

test('a record of an earlier engine does not know the files, which count as unchanged', async () => {
  const {cwd, write} = await published();
  const record = 'blog/_published/2026-11-24.json';
  const {shown: _, head: _head, ...earlier} = JSON.parse(textIn(cwd, record));
  write(record, `${JSON.stringify(earlier, null, 2)}\n`);
  write(PICTURE, drawing(2));
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0});
});
