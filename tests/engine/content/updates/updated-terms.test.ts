import {expect, test} from 'vitest';
import {recordsOf} from '../../../../src/changes/updates/page-record.ts';
import {termsOf, updatedTermsOf} from '../../../../src/content/updates/updated-terms.ts';
import {note, updateFile} from '../../support/feeds/updates.ts';
import {page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const toolkit = toolkitWith({
  'docs/priorities/homes.md': page('Homes', 'priorities: [homes]\n'),
  'docs/wardens.md': page('Wardens', 'approaches: [wardens]\nredirect_from: [/toolkit/old-wardens/]\n'),
  'blog/a.md': updateFile('2026-11-02', [note(['old-wardens'], 'A page on wardens was written.')]),
});

test('terms have their pages in the order of the vocabularies, under the ids they had before too', () => {
  expect(termsOf(toolkit)).toEqual([
    {id: 'homes', label: 'Homes', pageIds: ['priorities/homes']},
    {id: 'wardens', label: 'Wardens', pageIds: ['wardens', 'old-wardens']},
  ]);
});

test('a term has a page of updates once an update names a page about it', () => {
  expect(updatedTermsOf(toolkit).map(({id}) => id)).toEqual(['wardens']);
  expect(recordsOf(toolkit, '2026-11-24').updatedTerms).toEqual(['wardens']);
});
