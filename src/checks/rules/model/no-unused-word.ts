import {WORDS_FILE} from '../../../model/check-context.ts';
import {fileText} from '../../../model/files/file-text.ts';
import {checkWordList} from '../../../model/files/word-list.ts';
import {pageExample} from '../../examples/example-files.ts';
import type {Rule} from '../../rule.ts';

const page = pageExample('Bores', '', 'The eagre and the aegir’s foam come up the Trent.');

export const noUnusedWord: Rule = {
  id: 'no-unused-word',
  group: 'model',
  summary: 'The word list contains only words that pages use, once each and in alphabetical order.',
  why: 'An unused word could hide a spelling mistake on another page.',
  good: [
    {'docs/bores.md': page, [WORDS_FILE]: 'aegir\neagre\n'},
    {'docs/bores.md': page, [WORDS_FILE]: 'Trent\naegir\n'},
    {[WORDS_FILE]: ''},
    {[WORDS_FILE]: new Uint8Array([0xe9, 0x0a])},
  ],
  bad: [
    {[WORDS_FILE]: 'eagre\n'},
    {[WORDS_FILE]: 'aegir\naegir\n'},
    {'docs/priorities/homes.md': page, [WORDS_FILE]: 'eagre\naegir\n'},
  ],
  check: ({files, documents}) => {
    const list = files.find(({path}) => path === WORDS_FILE);
    const text = list && fileText(list.bytes);
    // Another rule reports a list that is not text. An unreadable page might use any word.
    if (text === undefined || documents.some(({isUnread}) => isUnread)) return [];
    const words = text.split(/\r?\n/);
    if (words.at(-1) === '') words.pop();
    const texts = documents.filter(({kind}) => kind !== 'edition-page').map(({document}) => document.text);
    return checkWordList(words, texts).map(({line, problem, fix}) => ({
      path: WORDS_FILE,
      place: {line, column: 1},
      problem,
      fix,
    }));
  },
};
