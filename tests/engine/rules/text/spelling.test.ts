import {expect, test} from 'vitest';
import {loadCheckContext} from '../../../../src/io/load-check-context.ts';
import {drainLookups, restoreLookups, spellingOf} from '../../../../src/rules/text/spelling.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

const context = loadCheckContext('no folder: no words of its own', config);

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

/** The dictionary of these tests, unread, with a count of how often it is read. */
function unreadDictionary() {
  let reads = 0;
  const {aff, dic} = context.dictionary;
  const dictionary = {
    get aff() {
      reads += 1;
      return aff;
    },
    dic,
  };
  return {dictionary, reads: () => reads, spelling: spellingOf({dictionary, words: []})};
}

test('what a dictionary said once is known without reading it again, from another thread too', () => {
  const first = unreadDictionary();
  const say = ({knows, suggest}: typeof first.spelling) => [
    ...['village', 'recieve', 'constructor', 'unstaffed'].map(knows),
    suggest('recieve'),
  ];
  const said = say(first.spelling);
  const lookups = drainLookups(first.dictionary);
  const second = unreadDictionary();

  restoreLookups(second.dictionary, structuredClone(lookups));

  expect(say(second.spelling)).toEqual(said);
  expect(said.slice(0, 3)).toEqual([true, false, true]);
  expect(first.reads()).toBeGreaterThan(0);
  expect(second.reads()).toBe(0);
  second.spelling.knows('flood');
  expect(second.reads()).toBeGreaterThan(0);
});
