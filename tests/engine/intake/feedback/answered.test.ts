import {expect, test} from 'vitest';
import type {Update} from '../../../../src/model/schemas/update-schema.ts';
import {ANSWERED_MARKER, answeredFeedback, renderAnswered} from '../../../../src/model/updates/answered.ts';
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

test('feedback is answered by every update that names it, and told of where one of them is meant', () => {
  const numbers = (isTold?: (told: Update) => boolean) =>
    answeredFeedback(UPDATES, isTold).map(({number, changes}) => [number, changes.map(({slug}) => slug)]);
  expect(numbers()).toEqual([
    [5, ['2026-11-02']],
    [6, ['2026-11-20', '2026-11-02']],
  ]);
  expect(numbers(({slug}) => slug === '2026-11-20')).toEqual([[6, ['2026-11-20', '2026-11-02']]]);
});

test('the answer tells what changed, where, and in which update', () => {
  const toolkit = toolkitWith();
  const [, six] = answeredFeedback(UPDATES);
  const words = renderAnswered(toolkit, six ?? {number: 0, changes: []});
  expect(words.startsWith(ANSWERED_MARKER)).toBe(true);
  expect(words).toContain(
    'The table of tides is the newest one now. [Homes](https://flood.example/toolkit/priorities/homes/).',
  );
  expect(words).toContain('Published in [Update 2026-11-20](https://flood.example/updates/2026-11-20/).');
});
