import {expect, test} from 'vitest';
import {diffPages} from '../../../../src/changes/diff/diff-pages.ts';
import {describeEdit} from '../../../../src/changes/diff/render/describe-edit.ts';

const diff = (before: string, after: string) =>
  diffPages({frontMatter: {}, body: before}, {frontMatter: {}, body: after});
const touchesOf = (before: string, after: string) => [
  ...new Set(diff(before, after).edits.flatMap(({touches}) => touches)),
];

const COST = 'The work cost £62,000 in May 2020. Readers must not pay.';

test.each([
  ['a paragraph cut in two', COST, COST.replace('. Readers', '.\n\nReaders')],
  ['two paragraphs joined', COST.replace('. Readers', '.\n\nReaders'), COST],
  ['a list made a paragraph', '- It cost £62,000.\n- Readers must not pay.', 'It cost £62,000. Readers must not pay.'],
  ['a quotation made a paragraph', `> ${COST}`, COST],
])('the same words in another layout touch no figure and no duty: %s', (_, before, after) => {
  expect(touchesOf(before, after)).toEqual([]);
});

test('a figure that changes with the layout is still shown', () => {
  expect(touchesOf(COST, COST.replace('. Readers', '.\n\nReaders').replace('62', '65'))).toContain('number');
});

test('a duty, a date or a figure that is struck out is gone', () => {
  const touches = touchesOf('You must pay £5 by 3 May.', 'You ~~must~~ pay ~~£5~~ ~~by 3 May~~.');
  expect(touches).toEqual(expect.arrayContaining(['modal', 'number', 'date']));
});

test.each([
  ['10%', '10 %'],
  ['9am', '9 am'],
])('a space before a unit is no change: %s', (before, after) => {
  expect(diff(`It is ${before} now.`, `It is ${after} now.`).kind).toBe('same');
});

test('each changed piece is shown separately, and new text is marked as added', () => {
  const [edit] = diff('It cost £5 a week for 3 rooms.', 'It cost £6 a week for 4 large rooms.').edits;
  expect(edit && describeEdit(edit)).toBe(
    'Changed: paragraph at the top of the page: "£5" is now "£6"; "3" is now "4 large"',
  );
  const [added] = diff('It lies in Thornley.', 'It lies in Thornley and Easby.').edits;
  expect(added && describeEdit(added)).toBe('Changed: paragraph at the top of the page: "and Easby" is new');
});
