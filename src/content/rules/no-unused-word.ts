import {WORDS_FILE} from '../check-context.ts';
import {pageExample} from '../examples/example-files.ts';
import {fileText} from '../file-text.ts';
import type {Rule} from '../rule.ts';
import {judgeWordList} from '../words/judge-word-list.ts';

const page = pageExample('Bores', '', 'The eagre and the aegir’s foam come up the Trent.');

export const noUnusedWord: Rule = {
  id: 'no-unused-word',
  group: 'model',
  summary: 'The list of words holds those that pages use, once each and in order.',
  why: 'A word that is let through for no page lets a slip through on the next.',
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
    // Of bytes that are no text another rule tells.
    if (text === undefined) return [];
    const words = text.split(/\r?\n/);
    if (words.at(-1) === '') words.pop();
    const texts = documents.filter(({kind}) => kind !== 'edition-page').map(({document}) => document.text);
    return judgeWordList(words, {texts}).map(({line, problem, fix}) => ({
      path: WORDS_FILE,
      place: {line, column: 1},
      problem,
      fix,
    }));
  },
};
