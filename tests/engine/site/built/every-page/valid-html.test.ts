import {HtmlValidate} from 'html-validate';
import {expect, inject, test} from 'vitest';
import {readBuiltPages} from '../../../support/sites/built-page.ts';

/** The standard's rules; two that only prefer one way of writing an attribute are left out. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {'attribute-boolean-style': 'off', 'attribute-empty-style': 'off'},
});

async function problemsOf(file: string, html: string): Promise<string[]> {
  const {results} = await validator.validateString(html, file);
  return results.flatMap(({messages}) =>
    messages.map(({ruleId, message, selector}) => `${file}: ${ruleId}: ${message} ${selector}`),
  );
}

test.each(['toolkit', 'flood'] as const)('every page of the %s site is valid HTML', async (name) => {
  const pages = readBuiltPages(inject('sites')[name]);
  const problems = await Promise.all(pages.map(({file, html}) => problemsOf(file, html)));
  expect(problems.flat()).toEqual([]);
});

test('what the standard forbids is found', async () => {
  const html =
    '<!doctype html><html lang="en"><head><title>A</title></head><body><p><div>b</div></p><ul><p>c</p></ul></body></html>';
  expect((await problemsOf('bad.html', html)).join()).toContain('element-permitted-content');
});
