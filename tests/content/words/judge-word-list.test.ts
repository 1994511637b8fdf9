import {expect, test} from 'vitest';
import {judgeWordList} from '../../../src/content/words/judge-word-list.ts';

const texts = ['The eagre, the Trent’s aegir-foam and a map.'];

test('a list in order, of words in use, has no problem', () => {
  expect(judgeWordList(['Trent', 'aegir', 'eagre'], {texts})).toEqual([]);
});

test('each line that is wrong is named with its reason', () => {
  const words = ['eagre', 'aegir', 'eagre', 'map', 'weir'];
  expect(
    judgeWordList(words, {texts, knows: (word) => word === 'map'}).map(({line, problem}) => [line, problem]),
  ).toEqual([
    [2, '`aegir` stands after `eagre`, expected the list in order'],
    [3, '`eagre` stands in the list already, expected it once'],
    [4, '`map` is in the dictionary, expected only words it lacks'],
    [5, '`weir` is used on no page, expected only words in use'],
  ]);
});
