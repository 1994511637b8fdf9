import {expect, test} from 'vitest';
import {type Answer, type Answers, outcomeOf} from '../../../../src/links/external/classify-answer.ts';

const ADDRESS = 'https://parish.example/';

function kindOf(status: number, headers: Answer['headers'] = {}): string | undefined {
  return outcomeOf(ADDRESS, new Map([[ADDRESS, {status, headers}]]))?.kind;
}

test.each([200, 203, 204, 206])('%i is living', (status) => expect(kindOf(status)).toBe('living'));
test.each([404, 410])('%i is gone', (status) => expect(kindOf(status)).toBe('gone'));
test.each([401, 403, 405, 429, 451, 999])('%i is a wall', (status) => expect(kindOf(status)).toBe('blocked'));
test.each([408, 504, 524])('%i is slow', (status) => expect(kindOf(status)).toBe('slow'));
test.each([400, 500, 502, 503, 304, 600])('%i is refused', (status) => expect(kindOf(status)).toBe('refused'));

test.each([
  {status: 503, headers: {'cf-mitigated': 'challenge'}},
  {status: 202, headers: {'x-amzn-waf-action': 'challenge'}},
  {status: 404, headers: {'x-sucuri-block': 'geo'}},
])('a challenge is a wall: $status $headers', ({status, headers}) => {
  expect(kindOf(status, headers)).toBe('blocked');
});

test('an address is unchecked where it or its redirect was not requested', () => {
  expect(outcomeOf(ADDRESS, new Map())).toBeUndefined();
  const answers: Answers = new Map<string, Answer | 'postponed'>([
    [ADDRESS, {status: 301, headers: {location: '/later'}}],
    [`${ADDRESS}later`, 'postponed'],
  ]);
  expect(outcomeOf(ADDRESS, answers)).toBeUndefined();
});

test('an empty query is no part of the request', () => {
  const answers = new Map([[ADDRESS, {status: 200, headers: {}}]]);
  expect(outcomeOf(`${ADDRESS}?`, answers)).toEqual({kind: 'living'});
});
