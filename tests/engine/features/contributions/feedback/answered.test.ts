import {expect, test} from 'vitest';
import type {Update} from '../../../../../src/content/schemas/update-schema.ts';
import {changesByFeedback} from '../../../../../src/features/contributions/feedback/answered.ts';

const note = {
  kind: 'content-changed',
  significance: 'minor',
  pages: ['index'],
  note: 'The page has other words now.',
} as const;

function update(slug: string, answers: number[]): Update {
  const published = {earliest: slug, latest: slug};
  return {title: slug, slug, date: slug, published, changes: [{...note, pages: ['index'], answers}]};
}

const UPDATES = [update('2026-11-02', [5, 6]), update('2026-11-20', [6])];

test('feedback is answered by every update that names it, the newest first', () => {
  const slugs = [...changesByFeedback(UPDATES)].map(([number, changes]) => [
    number,
    changes.map((one) => one.update.slug),
  ]);
  expect(Object.fromEntries(slugs)).toEqual({5: ['2026-11-02'], 6: ['2026-11-20', '2026-11-02']});
});
