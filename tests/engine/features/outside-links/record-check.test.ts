import {expect, test} from 'vitest';
import type {LinkEntry} from '../../../../src/content/link-ledger/link-ledger.ts';
import {LINK_POLICY, verdictOf} from '../../../../src/content/link-ledger/verdict.ts';
import {type LinkOutcome, recordCheck} from '../../../../src/features/outside-links/classify-answer.ts';

const LIVING: LinkOutcome = {kind: 'living'};
const GONE: LinkOutcome = {kind: 'gone', said: 'answered 404'};
const WALL: LinkOutcome = {kind: 'blocked', said: 'answered 403'};

/** What is remembered after a check each week from a Monday on. */
function weekly(outcomes: readonly LinkOutcome[], entry?: LinkEntry): LinkEntry | undefined {
  return outcomes.reduce<LinkEntry | undefined>((known, outcome, week) => {
    const day = new Date(Date.UTC(2026, 4, 4 + 7 * week)).toISOString().slice(0, 10);
    return recordCheck(known, outcome, day);
  }, entry);
}

test('an address is not checked until it is', () => {
  expect(verdictOf(undefined)).toBe('unchecked');
});

test('it is broken after as many strikes over as many days as the policy says, and not a check before', () => {
  expect(LINK_POLICY).toEqual({strikes: 4, days: 28});
  expect(verdictOf(weekly([LIVING, GONE, GONE, GONE, GONE]))).toBe('ailing');
  const entry = weekly([LIVING, GONE, GONE, GONE, GONE, GONE]);
  expect(verdictOf(entry)).toBe('broken');
  expect(entry).toEqual({
    checked: '2026-06-08',
    first_failure: '2026-05-11',
    strikes: 5,
    kind: 'gone',
  });
});

test('many strikes within few days are not enough, nor are many days with few strikes', () => {
  const daily = Array.from({length: 10}, (_, day) => `2026-05-${String(day + 1).padStart(2, '0')}`);
  expect(verdictOf(daily.reduce<LinkEntry | undefined>((entry, day) => recordCheck(entry, GONE, day), undefined))).toBe(
    'ailing',
  );
  const rare = ['2026-05-01', '2026-07-01', '2026-09-01'].reduce<LinkEntry | undefined>(
    (entry, day) => recordCheck(entry, GONE, day),
    undefined,
  );
  expect(verdictOf(rare)).toBe('ailing');
});

test('a second failure on the same day is no second strike', () => {
  const once = recordCheck(undefined, GONE, '2026-05-01');
  expect(recordCheck(once, GONE, '2026-05-01')).toEqual(once);
});

test('a wall is never broken, however often it is met, and ends the strikes', () => {
  expect(verdictOf(weekly(Array.from({length: 60}, () => WALL)))).toBe('blocked');
  const between = weekly([LIVING, GONE, GONE, GONE, WALL, GONE]);
  expect(verdictOf(between)).toBe('ailing');
  expect(between).toMatchObject({strikes: 1});
});

test('an address that has moved remembers where to, until it fails', () => {
  const moved = weekly([{kind: 'moved', to: 'https://b.example/'}]);
  expect(verdictOf(moved)).toBe('moved');
  expect(moved).toMatchObject({moved_to: 'https://b.example/'});
  expect(weekly([GONE], moved)?.moved_to).toBeUndefined();
});
