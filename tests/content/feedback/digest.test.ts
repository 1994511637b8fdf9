import {expect, test} from 'vitest';
import {ANSWERED_MARKER, answeredFeedback, renderAnswered} from '../../../src/content/feedback/answered.ts';
import {digestOf} from '../../../src/content/feedback/digest.ts';
import {renderDigest, renderDigestMarkdown} from '../../../src/content/feedback/render-digest.ts';
import type {FeedbackRecord} from '../../../src/content/schemas/feedback-schema.ts';
import type {Update} from '../../../src/content/schemas/update-schema.ts';
import {toolkitWith} from '../../support/sound-toolkit.ts';

function record(number: number, received: string | undefined, more: Partial<FeedbackRecord> = {}): FeedbackRecord {
  return {
    schema: 1,
    by: 'issue',
    number,
    open: true,
    received,
    read: 'form',
    page: 'priorities/homes',
    edition: 'live',
    priorities: ['homes'],
    owner: 'editor',
    words: 'Words.',
    personal: [],
    since: {state: 'same', differences: []},
    answered: [],
    similar: [],
    labels: [],
    assignees: [],
    ...more,
  };
}

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

const RECORDS = [
  record(1, '2026-08-01'),
  record(2, '2026-11-23', {personal: ['name']}),
  record(3, '2026-11-24', {page: undefined, edition: undefined, priorities: [], owner: 'publisher'}),
  record(4, undefined, {page: 'index', edition: '2026-11', priorities: ['homes', 'roads']}),
  record(5, '2026-01-01', {open: false}),
  record(6, '2026-10-25'),
];
const UPDATES = [
  update('2026-11-02', '2026-11-02', {answers: [5, 6]}),
  update('2026-11-20', '2026-11-20', {answers: [6]}),
];

const digest = digestOf(RECORDS, UPDATES, '2026-11-24');

test('open feedback is counted by page, edition, priority, age and role', () => {
  expect(digest).toEqual({
    open: 5,
    closed: 1,
    pages: [
      {of: 'priorities/homes', numbers: [1, 2, 6], oldest: 115},
      {of: 'no page', numbers: [3], oldest: 0},
      {of: 'index', numbers: [4], oldest: undefined},
    ],
    editions: [
      {of: 'live', numbers: [1, 2, 6], oldest: 115},
      {of: '2026-11', numbers: [4], oldest: undefined},
    ],
    priorities: [
      {of: 'homes', numbers: [1, 2, 4, 6], oldest: 115},
      {of: 'roads', numbers: [4], oldest: undefined},
    ],
    ages: [
      {of: 'more than 90 days', numbers: [1], oldest: 115},
      {of: '8 to 30 days', numbers: [6], oldest: 30},
      {of: 'up to 7 days', numbers: [2, 3], oldest: 1},
    ],
    owners: [
      {of: 'editor', numbers: [1, 2, 4, 6], oldest: 115},
      {of: 'publisher', numbers: [3], oldest: 0},
    ],
    answered: [6],
    personal: [2],
  });
});

test('every number of the digest is there to read, in words and in tables', () => {
  expect(renderDigest(digest)).toContain('  priorities/homes  3, the oldest 115 days: 1, 2, 6\n');
  expect(renderDigest(digest)).toContain('Answered by an update and still open: 6.');
  expect(renderDigestMarkdown(digest)).toMatch(/\| `priorities\/homes` +\| 3 +\| 115 +\| 1, 2, 6 +\|/);
  expect(renderDigest(digestOf([], [], '2026-11-24'))).toBe('0 open, 0 closed\n');
});

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
