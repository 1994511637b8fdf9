import {expect, test} from 'vitest';
import type {Update} from '../../../../src/content/schemas/update-schema.ts';
import {changesByFeedback} from '../../../../src/features/feedback/answered.ts';

function update(slug: string, latest: string, ...changes: Partial<Update['changes'][number]>[]): Update {
  return {
    title: `Update ${slug}`,
    slug,
    date: latest,
    published: {earliest: latest, latest},
    changes: changes.map((change) => ({
      kind: 'content-changed',
      significance: 'minor',
      pages: ['priorities/homes'],
      note: 'The table of tides is the newest one now.',
      ...change,
    })),
  };
}

const UPDATES = [
  update('2026-11-02', '2026-11-02', {answers: [5, 6]}),
  update('2026-11-20', '2026-11-20', {answers: [6]}),
];

test('feedback is answered by every update that names it, the newest first', () => {
  const slugs = [...changesByFeedback(UPDATES)].map(([number, changes]) => [
    number,
    changes.map((one) => one.update.slug),
  ]);
  expect(Object.fromEntries(slugs)).toEqual({5: ['2026-11-02'], 6: ['2026-11-20', '2026-11-02']});
});
