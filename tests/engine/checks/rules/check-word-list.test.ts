import {expect, test} from 'vitest';
import {checkWordList} from '../../../../src/model/files/word-list.ts';

const texts = ['The eagre, the Trent’s aegir-foam and a map.'];

test('a list in order, of words in use, has no problem', () => {
  expect(checkWordList(['Trent', 'aegir', 'eagre'], texts)).toEqual([]);
});

test('each line that is wrong is named with its reason', () => {
  const words = ['eagre', 'aegir', 'eagre', 'weir'];
  expect(checkWordList(words, texts).map(({line, problem}) => [line, problem])).toEqual([
    [2, '`aegir` follows `eagre`, expected the list in order'],
    [3, '`eagre` is in the list twice, expected it once'],
    [4, '`weir` is used on no page, expected only words in use'],
  ]);
});
