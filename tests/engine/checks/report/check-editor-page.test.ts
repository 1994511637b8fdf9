import {expect, test} from 'vitest';
import {renderReportHtml} from '../../../../src/format/report-page.ts';
import {judgeEditorPage} from '../../support/browser/check-editor-page.ts';

const pageOf = (main: string) =>
  renderReportHtml({title: 'A page', mark: '', blocks: []}).replace(/(?<=<main>)\s*(?=<\/main>)/, main);

test('a sound page has no faults', async () => {
  expect(await judgeEditorPage(pageOf('<h1 id="heading">A</h1><p><a href="#heading">a</a></p>'))).toEqual([]);
});

test.each([
  ['<h1>A</h1><script>alert(1)</script>', '<script> stands in it'],
  ['<h1>A</h1><p onclick="x">a</p>', 'onclick stands in it'],
  ['<h1>A</h1><h3>B</h3>', '<h3> comes early'],
  ['<h1>A</h1><h1>B</h1>', 'not one <h1>'],
  ['<h1>A</h1><p><a href="#b">b</a></p>', '#b leads nowhere'],
  ['<h1>A</h1><p><a href="javascript:alert(1)">b</a></p>', 'javascript:alert(1) leads nowhere'],
  ['<h1>A</h1><p><ul></ul></p>', expect.stringContaining('close-order')],
])('a fault is found in %s', async (main, fault) => {
  expect(await judgeEditorPage(pageOf(main))).toContainEqual(fault);
});
