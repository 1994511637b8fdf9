import {expect, test} from 'vitest';
import {checkModel} from '../../../../src/rules/rule-set.ts';
import {EXAMPLE_DAY, page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

test.each([
  '/updates/homes/',
  '/updates/wardens/',
  '/updates/follow/',
  '/old/feed.atom/',
  '/search/',
  '/case-studies/',
  '/case-studies/region/riverside/',
  '/toolkit/document/',
])('no page may claim %s, which the site makes itself', (address) => {
  const problems = checkModel(toolkitWith({'docs/a.md': page('A page', `redirect_from: [${address}]\n`)}), EXAMPLE_DAY);
  expect(problems.map(({problem}) => problem)).toEqual([
    `address \`${address}\` is reserved for a generated page, expected another address`,
  ]);
});
