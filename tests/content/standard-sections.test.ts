import {expect, test} from 'vitest';
import {STUDY_SECTIONS} from '../../src/content/issue-forms/proposal-fields.ts';
import {CASE_STUDY_SECTIONS} from '../../src/content/standard-sections.ts';

test('the form for proposals asks for the sections that a case study must have', () => {
  expect(STUDY_SECTIONS.map(({title}) => title)).toEqual(CASE_STUDY_SECTIONS);
});
