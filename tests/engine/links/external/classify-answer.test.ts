import {expect, test} from 'vitest';
import {classifyAnswer, type LastAnswer} from '../../../../src/links/external/classify-answer.ts';

function kindOf(status: number, more: Partial<LastAnswer> = {}): string {
  return classifyAnswer({status, headers: {}, start: '', ...more}).kind;
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
  {status: 503, start: '<!DOCTYPE html><html><head><title>Just a moment...</title>'},
  {status: 503, start: '<iframe src="/_Incapsula_Resource?x=1">'},
])('a challenge is a wall: $status $headers $start', ({status, ...more}) => {
  expect(kindOf(status, more)).toBe('blocked');
});

test('a page about a captcha is living, and a plain failure is none of a wall', () => {
  expect(kindOf(200, {start: 'How to add g-recaptcha to a form'})).toBe('living');
  expect(kindOf(503, {start: '<h1>Down for maintenance</h1>'})).toBe('refused');
});
