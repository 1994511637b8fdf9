import {expect, test} from 'vitest';
import {correctionsOf} from '../../../../src/changes/updates/corrections.ts';
import {historyOf, updatesIn} from '../../../../src/changes/updates/history.ts';
import type {Update} from '../../../../src/content/schemas/update-schema.ts';
import type {Edition} from '../../../../src/content/toolkit.ts';

function update(
  slug: string,
  date: string,
  range: [string, string],
  changes: Partial<Update['changes'][number]>[],
): Update {
  const [earliest, latest] = range;
  return {
    title: slug,
    slug,
    date,
    published: {earliest, latest},
    changes: changes.map((change) => ({
      kind: 'content-changed',
      significance: 'major',
      pages: ['homes'],
      note: `The words of ${slug} were changed.`,
      ...change,
    })),
  };
}

const UPDATES = [
  update('old-1', '2015-12-16', ['2015-12-16', '2015-12-16'], [{kind: 'page-added'}]),
  update('old-2', '2016-06-01', ['2015-12-16', '2017-03-28'], [{}]),
  update('new-1', '2026-11-24', ['2026-11-24', '2026-11-24'], [{kind: 'page-added', pages: ['homes', 'index']}]),
  update('new-2', '2026-12-02', ['2026-12-02', '2026-12-02'], [{significance: 'minor'}, {pages: ['index']}]),
];

const UNTIL = '2020-12-31';

const named = (name: string) => ({name, record: undefined});

test('a page of a later edition ends with its month', () => {
  const history = historyOf(updatesIn(UPDATES, named('2026-11')), {
    pageIds: ['homes'],
    predecessorUntil: UNTIL,
    isFrozen: true,
  });
  expect(history.major.map(({update: slug}) => slug)).toEqual(['new-1']);
  expect(history.minor).toEqual([]);
  expect(history.older.map(({update: slug}) => slug)).toEqual(['old-2', 'old-1']);
});

test('an edition whose record names its newest update ends there, whatever the month', () => {
  const record = {last_update: 'new-1'} as Edition['record'];
  const later = [...UPDATES, update('new-1.2', '2026-11-30', ['2026-11-30', '2026-11-30'], [{}])];
  const slugs = (updates: Update[]) => updates.map(({slug}) => slug);
  expect(slugs(updatesIn(later, {name: '2026-11', record}))).toEqual(['new-1', 'old-2', 'old-1']);
  expect(slugs(updatesIn(later, named('2026-11')))).toEqual(['new-1.2', 'new-1', 'old-2', 'old-1']);
});

test('a note that corrects an edition alone is a correction', () => {
  const [day, changes] = ['2026-12-09', [{editions: ['2026-11']}, {}]];
  expect(correctionsOf([update('new-4', day, [day, day], changes)])).toHaveLength(1);
});
