import {expect, test} from 'vitest';
import {classify} from '../../../../src/features/outside-links/classify-answer.ts';

const kindOf = (status: number) => classify(status, '', undefined)?.kind;

test.each([200, 203, 204, 206])('%i is living', (status) => expect(kindOf(status)).toBe('living'));
test.each([404, 410])('%i is gone', (status) => expect(kindOf(status)).toBe('gone'));
test.each([401, 403, 405, 429, 451, 999])('%i is a wall', (status) => expect(kindOf(status)).toBe('blocked'));
test.each([408, 504, 524])('%i is slow', (status) => expect(kindOf(status)).toBe('slow'));
test.each([400, 500, 502, 503, 304, 600])('%i is refused', (status) => expect(kindOf(status)).toBe('refused'));

test('an address is unchecked where no request was sent', () => {
  expect(classify(0, 'POSTPONED', undefined)).toBeUndefined();
});
