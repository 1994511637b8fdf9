import {listWords, nearest} from '../format/nearest.ts';
import {CATALOGUES} from './catalogues.ts';
import {argumentsOf, textsOf} from './messages.ts';

export const ENGLISH_TEXTS: ReadonlyMap<string, string> = new Map(textsOf(CATALOGUES.en));

/** What is wrong with a text that a publisher sets in place of one of the catalogue; `undefined` if nothing is. */
export function labelFault(key: string, text: string): string | undefined {
  const english = ENGLISH_TEXTS.get(key);
  if (english === undefined) {
    const near = nearest(key, [...ENGLISH_TEXTS.keys()]);
    return `is not the key of a text, expected ${near === undefined ? 'a key of the catalogue' : `\`${near}\``}`;
  }
  if (text === '' && english !== '') return `is empty, expected a text such as \`${english}\``;
  try {
    const valid = [...new Set(marksOf(english).flatMap((mark) => [mark.replace(', number', ''), mark]))];
    const unknown = marksOf(text).find((mark) => !valid.includes(mark));
    if (unknown === undefined) return undefined;
    const near = nearest(unknown, valid);
    return `holds \`${unknown}\`, expected ${listWords(near === undefined ? valid : [near]) || 'text without arguments'}`;
  } catch (error) {
    const reason = (error as SyntaxError).message.toLowerCase().replaceAll('_', ' ');
    return `is not in ICU MessageFormat (${reason}), expected a text such as \`${english}\``;
  }
}

/** The arguments and tags of a text: `{title}`, `{count, number}`, `<a>`. */
function marksOf(text: string): string[] {
  const tags = [...text.matchAll(/<\w+/g)].map(([tag]) => `${tag}>`);
  const args = [...argumentsOf(text)].map(([name, isNumber]) => `{${name}${isNumber ? ', number' : ''}}`);
  return [...args, ...tags];
}
