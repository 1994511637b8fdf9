import type {Place} from '../problem.ts';
import type {Rule} from '../rule.ts';

/** Characters that change how text is ordered or joined without being seen, and their names. */
const HIDDEN: ReadonlyMap<string, string> = new Map([
  ['\uFEFF', 'a byte-order mark'],
  ['\u200B', 'a zero-width space'],
  ['\u2060', 'a word joiner'],
  ['\u00AD', 'a soft hyphen'],
  ['\u200E', 'a left-to-right mark'],
  ['\u200F', 'a right-to-left mark'],
  ['\u061C', 'an Arabic letter mark'],
  ['\u202A', 'a left-to-right embedding'],
  ['\u202B', 'a right-to-left embedding'],
  ['\u202C', 'the end of a direction embedding'],
  ['\u202D', 'a left-to-right override'],
  ['\u202E', 'a right-to-left override'],
  ['\u2066', 'a left-to-right isolate'],
  ['\u2067', 'a right-to-left isolate'],
  ['\u2068', 'a first-strong isolate'],
  ['\u2069', 'the end of a direction isolate'],
]);

export const noHiddenCharacters: Rule = {
  id: 'no-hidden-characters',
  group: 'safety',
  summary: 'A page holds no characters that cannot be seen.',
  why: 'Hidden characters can show readers and reviewers other words than the file holds, and break searches.',
  good: [{'docs/priorities/floods.md': '---\n---\nWords.\n'}],
  bad: [{'docs/priorities/floods.md': '---\n---\nWords\u202E that turn.\n'}],
  check: ({documents}) =>
    documents.flatMap(({document: {path, text}}) =>
      [...HIDDEN].flatMap(([character, name]) => {
        const index = text.indexOf(character);
        if (index < 0) return [];
        const times = text.split(character).length - 1;
        return [
          {
            path,
            place: placeOf(text, index),
            problem: `text holds ${name}${times > 1 ? ` (${times} times)` : ''}, expected characters that can be seen`,
            fix:
              index === 0
                ? 'Save the file as UTF-8 without a byte-order mark.'
                : 'Delete it; retype the words around it if need be.',
          },
        ];
      }),
    ),
};

function placeOf(text: string, index: number): Place {
  const before = text.slice(0, index).split('\n');
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1};
}
