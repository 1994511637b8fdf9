import {listWords} from '../nearest.ts';

/**
 * What a list of words gives in place of one, as a message says it: `help or make easier` are two words to choose from,
 * and what stands in brackets is no word to write but a remark.
 */
export function sayInstead(better: string): string {
  const [, words = '', remark = ''] = /^([^(]*?) ?((?<=^| )\(.*\))?$/.exec(better) ?? [];
  if (words === '') return remark.slice(1, -1);
  const said = listWords(words.split(' or '));
  return remark === '' ? said : `${said} ${remark}`;
}
