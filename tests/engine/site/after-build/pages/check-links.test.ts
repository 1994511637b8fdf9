import {expect, test} from 'vitest';
import {checkLinks, findLinkProblems} from '../../../../../src/site/after-build/steps/check-links.ts';
import {html, siteWith} from '../built-site.ts';

test('a broken link is blamed on the source of its page, else on its place in the built file', async () => {
  const site = siteWith({
    'index.html': html('', '\n<a href=/toolkit/>a</a>\n  <img src=/flod.png><a href=#top>b</a>'),
    'flood.png': '',
    'toolkit/index.html': html('', '<a href=/toolkit/flods/>a</a> <a href=/toolkit/flods/>again</a>'),
    'toolkit/floods/index.html': html(''),
  });
  expect(await findLinkProblems(site)).toEqual([
    {
      path: 'index.html',
      place: {line: 3, column: 3},
      problem: 'link to `/flod.png` leads nowhere, expected a page or file of this site',
      fix: 'Write `/flood.png`, the nearest address.',
      severity: 'error',
      ruleId: 'no-broken-link',
    },
    {
      path: 'docs/index.md',
      problem: 'link to `/toolkit/flods/` leads nowhere, expected a page or file of this site',
      fix: 'Write `/toolkit/floods/`, the nearest address. `npm run check` names its line, unless the layout of the site adds it.',
      severity: 'error',
      ruleId: 'no-broken-link',
    },
  ]);
  await expect(checkLinks(site)).rejects.toThrow('docs/index.md: link to `/toolkit/flods/` leads nowhere');
});

test('the document repeats the words of pages: only a broken link that is in it alone is told of it', async () => {
  const file = 'toolkit/document/index.html';
  const dead = '<a href=/toolkit/flods/>a</a>';
  const pathsOf = async (page: string) => {
    const problems = await findLinkProblems(siteWith({'toolkit/index.html': html('', page), [file]: html('', dead)}));
    return problems.map(({path}) => path);
  };
  expect(await pathsOf(dead)).toEqual(['docs/index.md']);
  expect(await pathsOf('')).toEqual([file]);
});

test('a site without broken links passes', async () => {
  await checkLinks(siteWith({'index.html': html('', '<a href=/>home</a>')}));
});
