import {expect, test} from 'vitest';
import {useSite} from '../../engine/support/browser/open-browser.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';
import {askerOf, denied, drawn, visibleSentences} from '../site/visible-text.ts';

const site = useSite(siteFolder('toolkit'), '/');

test('every sentence on a live page reads so, and 600 of them in the browser', {timeout: 600_000}, async () => {
  const all = visibleSentences(siteFolder('toolkit'));
  const ask = askerOf(siteFolder('toolkit'));
  const answers = await Promise.all(all.map(async (sentence) => ({sentence, kind: (await ask(sentence)).kind})));
  expect(answers.filter(({kind}) => kind !== 'same')).toEqual([]);
  const {page} = await site.open('/quotations/');
  expect(await denied(page, drawn(all, 600))).toEqual([]);
});
