import {expect, test} from 'vitest';
import {readBuiltPages} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';
import {problemsOfHtml} from '../../../support/sites/valid-html.ts';

test.each(['flood', 'large'] as const)('every page of the %s site is valid HTML', async (name) => {
  const pages = readBuiltPages(siteFolder(name));
  const problems = await Promise.all(pages.map(({file, html}) => problemsOfHtml(file, html)));
  expect(problems.flat()).toEqual([]);
});

test('what the standard forbids is found', async () => {
  const html =
    '<!doctype html><html lang="en"><head><title>A</title></head><body><p><div>b</div></p><ul><p>c</p></ul></body></html>';
  expect((await problemsOfHtml('bad.html', html)).join()).toContain('element-permitted-content');
});
