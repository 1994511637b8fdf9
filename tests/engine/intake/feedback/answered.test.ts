import {expect, test} from 'vitest';
import {ANSWERED_MARKER, changesByFeedback, renderAnswered} from '../../../../src/intake/feedback/answered.ts';
import type {Update} from '../../../../src/model/schemas/update-schema.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

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

test('the answer tells what changed, where, and in which update', () => {
  const toolkit = toolkitWith();
  const words = renderAnswered(toolkit, changesByFeedback(UPDATES).get(6) ?? []);
  expect(words.startsWith(ANSWERED_MARKER)).toBe(true);
  expect(words).toContain(
    'The table of tides is the newest one now. [Homes](https://flood.example/toolkit/priorities/homes/).',
  );
  expect(words).toContain('Published in [Update 2026-11-20](https://flood.example/updates/2026-11-20/).');
});
