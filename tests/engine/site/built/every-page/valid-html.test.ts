import {expect, test} from 'vitest';
import {problemsOfHtml} from '../../../support/browser/audit-site.ts';
import {pagesOfEveryShape} from '../../../support/browser/pages-of-every-shape.ts';
import {textIn} from '../../../support/run-command.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

test.each(['flood', 'large'] as const)('HTML of every shape on the %s site is valid', async (name) => {
  const folder = siteFolder(name);
  const problems = pagesOfEveryShape(folder).map((file) => problemsOfHtml(file, textIn(folder, file)));
  expect((await Promise.all(problems)).flat()).toEqual([]);
});

test('what the standard forbids is found', async () => {
  const html =
    '<!doctype html><html lang="en"><head><title>A</title></head><body><p><div>b</div></p><ul><p>c</p></ul></body></html>';
  expect(JSON.stringify(await problemsOfHtml('bad.html', html))).toContain('element-permitted-content');
});
