import {expect, test} from 'vitest';
import {checkModel} from '../../../src/checks/policy.ts';
import {EXAMPLE_DAY} from '../../../src/checks/rule.ts';
import {page, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

test.each([
  '/updates/homes/',
  '/updates/wardens/',
  '/updates/follow/',
  '/old/feed.atom/',
  '/search/',
  '/case-studies/',
  '/case-studies/region/riverside/',
  '/toolkit/document/',
  '/contribute/proposals/',
])('no page may claim %s, which the site makes itself', (address) => {
  const problems = checkModel(toolkitWith({'docs/a.md': page('A page', `redirect_from: [${address}]\n`)}), EXAMPLE_DAY);
  expect(problems.map(({problem}) => problem)).toEqual([
    `address \`${address}\` is claimed, which the site needs for a page of its own, expected another address`,
  ]);
});
