import {expect, test} from 'vitest';
import {spellingOf} from '../../../src/content/words/spelling.ts';
import {loadCheckContext} from '../../../src/store/load-check-context.ts';
import {config} from '../../support/sound-toolkit.ts';

const context = await loadCheckContext('no folder: no words of its own', config);

test.each(['organise', 'wellbeing', 'foodbank', 'accreditations', 'unstaffed', 'consultees'])('%s is right', (word) => {
  expect(spellingOf(context).knows(word)).toBe(true);
});

test.each(['organize', 'recieve', 'untill', 'comittee', 'adress', 'goverment', 'seperate'])('%s is wrong', (word) => {
  expect(spellingOf(context).knows(word)).toBe(false);
});

test('a listed word in small letters is right with a capital as well; one with a capital is not right without', () => {
  const {knows} = spellingOf({...context, words: ['eagre', 'Ouse']});
  expect(['eagre', 'Eagre', 'Ouse', 'ouse'].map(knows)).toEqual([true, true, true, false]);
});

test('a dictionary is read once', () => {
  spellingOf(context);
  const start = performance.now();
  for (let n = 0; n < 1000; n += 1) spellingOf(context).knows('village');
  expect(performance.now() - start).toBeLessThan(50);
});
