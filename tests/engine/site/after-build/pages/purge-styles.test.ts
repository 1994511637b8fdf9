import {expect, test} from 'vitest';
import {listBuiltFiles} from '../../../../../src/site/after-build/built-site.ts';
import {purgeStyles} from '../../../../../src/site/after-build/steps/purge-styles.ts';
import {html, read, siteWith} from '../built-site.ts';

async function purged(css: string, body = '<p class=used>', script = ''): Promise<string> {
  const site = siteWith({
    'index.html': html('<link rel=stylesheet href=/assets/css/styles.0123abcd.css>', body),
    'assets/css/styles.0123abcd.css': css,
    'assets/site.1.js': script,
  });
  await purgeStyles(site);
  const sheets = (await listBuiltFiles(site)).filter((file) => file.endsWith('.css'));
  expect(sheets).toEqual([expect.stringMatching(/^assets\/css\/styles\.[0-9a-f]{8}\.css$/)]);
  expect(read(site, 'index.html')).toContain(`href=/${sheets[0]}>`);
  return read(site, sheets[0] ?? '');
}

test.each([
  {what: 'a class of a page', css: '.used{color:red}'},
  {what: 'a pseudo-class that stands alone', css: ':focus-visible{color:red}'},
  {what: 'a selection', css: '::selection{color:red}'},
  {what: 'a layer', css: '@layer low,high;@layer low{.used{color:red}}'},
  {what: 'a property that is used', css: ':root{--ink:red}.used{color:var(--ink)}'},
  {what: 'keyframes that are used', css: '@keyframes in{0%{color:red}}.used{animation:in 1s}'},
  {what: 'a class that a script sets', css: '.later{color:red}', script: 'x.classList.add("later")'},
  {what: 'an attribute that a script sets', css: '[data-theme=dark]{color:red}', script: 'x.dataset.theme=y'},
  {
    what: 'an attribute that an inline script sets',
    css: '[data-theme=dark]{color:red}',
    body: '<script>x.dataset.theme=y</script>',
  },
  {what: 'a mark around a found word', css: 'mark{color:red}'},
])('keeps $what', async ({css, body, script}) => {
  expect(await purged(css, body, script)).toBe(css);
});

test('takes out the order of layers that hold no rule', async () => {
  expect(await purged('@layer low,high;@layer top;.used{color:red}')).toBe('.used{color:red}');
});

test.each([
  {what: 'a class of no page', css: '.unused{color:red}'},
  {what: 'a class that is only a word of the prose', css: '.river{color:red}', body: 'The river.'},
  {what: 'a property of no rule', css: '.used{--ink:red}'},
  {what: 'keyframes of no rule', css: '@keyframes in{0%{color:red}}'},
  {what: 'an empty query', css: '@media print{.unused{color:red}}'},
])('takes out $what', async ({css, body}) => {
  expect(await purged(css, body)).not.toContain('red');
});
