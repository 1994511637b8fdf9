import {expect, test} from 'vitest';
import {proposeTitle} from '../../../../src/editorial/publish/propose-title.ts';
import {ENGLISH} from '../../../../src/language/text.ts';
import type {ChangeNote} from '../../../../src/model/schemas/change-note-schema.ts';

const TITLES: Readonly<Record<string, string>> = {
  homes: 'Homes',
  weir: 'The weir at Lower Ford',
  long: 'Long '.repeat(30),
};

function change(
  kind: ChangeNote['kind'],
  pages: string[],
  significance: ChangeNote['significance'] = 'major',
): ChangeNote {
  return {kind, significance, pages, note: 'Something is new for readers.'};
}

test.each([
  {changes: [change('content-changed', ['homes'])], title: 'Homes changed'},
  {changes: [change('case-study-added', ['weir', 'homes'])], title: 'The weir at Lower Ford added, and one more page'},
  {
    changes: [change('content-added', ['homes']), change('correction', ['a', 'b'])],
    title: 'Homes extended, and two more pages',
  },
  {changes: [change('content-changed', ['homes']), change('correction', ['homes'])], title: 'Homes changed'},
  {
    changes: [change('content-changed', ['weir'], 'minor'), change('correction', ['homes'])],
    title: 'Homes corrected, and one more page',
  },
  {changes: [change('content-changed', ['weir'], 'minor')], title: 'Small corrections: The weir at Lower Ford'},
  {changes: [change('content-removed', ['homes'])], title: 'Homes shortened'},
  {changes: [change('content-removed', ['gone'])], title: 'gone removed'},
  {changes: [change('page-moved', ['homes', ...'abcdefghijk'])], title: 'Homes moved, and 11 more pages'},
  {changes: [change('content-changed', ['long', 'homes'])], title: 'Changes to two pages'},
])('"$title"', ({changes, title}) => {
  expect(
    proposeTitle(
      changes,
      (id) => TITLES[id] ?? id,
      (id) => id !== 'gone',
      ENGLISH,
    ),
  ).toBe(title);
});
