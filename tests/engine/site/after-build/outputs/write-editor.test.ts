import {expect, test} from 'vitest';
import {writeEditor} from '../../../../../src/site/after-build/steps/write-editor.ts';
import {siteWith} from '../built-site.ts';

test('a site whose configuration says nothing of an editor has no trace of one', async () => {
  const site = siteWith({});
  await writeEditor(site);
  expect(site.output.list()).toEqual([]);
});
