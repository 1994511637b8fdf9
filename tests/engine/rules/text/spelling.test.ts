import {expect, test} from 'vitest';
import {loadCheckContext} from '../../../../src/io/load-check-context.ts';
import {spellingOf} from '../../../../src/rules/text/spelling.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

const context = loadCheckContext('no folder: no words of its own', config);

test.each(['organise', 'constructor', 'wellbeing', 'foodbank', 'accreditations', 'unstaffed', 'consultees'])(
  '%s is right',
  (word) => {
    expect(spellingOf(context).knows(word)).toBe(true);
  },
);

test.each(['organize', 'recieve', 'untill', 'comittee', 'adress', 'goverment', 'seperate'])('%s is wrong', (word) => {
  expect(spellingOf(context).knows(word)).toBe(false);
});

test('a listed word in small letters is right with a capital as well; one with a capital is not right without', () => {
  const {knows} = spellingOf({...context, words: ['eagre', 'Ouse']});
  expect(['eagre', 'Eagre', 'Ouse', 'ouse'].map(knows)).toEqual([true, true, true, false]);
});
