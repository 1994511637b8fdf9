import {expect, test} from 'vitest';
import {findLinkProblems} from '../../../../../src/site/after-build/steps/check-links.ts';
import {html, siteWith} from '../built-site.ts';

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
