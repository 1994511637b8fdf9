import {expect, test} from 'vitest';
import {fileNameOf, shortNameOf} from '../../../../src/content/pages/file-name.ts';

test.each([
  ["The clerk's café & crèche", 'the-clerks-cafe-and-creche'],
  ['../../etc/passwd', 'etc-passwd'],
  ['日本語', ''],
])('%j becomes the file name %j', (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});

test.each([
  ['Anytown: a hall that is open in the summertime', 'anytown-a-hall-that-is-open'],
  ['x'.repeat(60), 'x'.repeat(40)],
])('%j gives a new page the name %j, cut behind a word that says something', (title, name) => {
  expect(shortNameOf(title)).toBe(name);
});
