import {expect, test} from 'vitest';
import {correctionsOf} from '../../../../src/changes/updates/corrections.ts';
import type {ChangeNote} from '../../../../src/content/schemas/change-note-schema.ts';
import type {Update} from '../../../../src/content/schemas/update-schema.ts';

const day = {earliest: '2026-11-16', latest: '2026-11-16'};
const plain: ChangeNote = {
  kind: 'content-changed',
  significance: 'major',
  pages: ['homes'],
  note: 'Two boats are kept now.',
};

const UPDATES: Update[] = [
  {
    title: 'Later',
    slug: '2026-11-16',
    date: '2026-11-16',
    published: day,
    changes: [
      plain,
      {...plain, kind: 'correction', corrects: '2026-11-02#2', note: 'The boats were three, not two.'},
      {...plain, kind: 'correction', corrects: '2026-11-02', note: 'The update left out a page.'},
      {...plain, kind: 'correction', editions: ['2026-10'], note: 'The depth was 3 metres.'},
    ],
  },
];

const corrections = correctionsOf(UPDATES);

test('only notes that put something right are corrections', () => {
  expect(corrections).toHaveLength(3);
});
