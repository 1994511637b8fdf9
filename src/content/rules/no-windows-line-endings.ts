import type {Rule} from '../rule.ts';

export const noWindowsLineEndings: Rule = {
  id: 'no-windows-line-endings',
  group: 'model',
  summary: 'Lines end with a line feed alone.',
  why: 'Mixed line endings make every line of a page look changed, and hide the one that is.',
  good: [{'docs/priorities/floods.md': '---\n---\nWords.\n'}],
  bad: [{'docs/priorities/floods.md': '---\r\n---\r\nWords.\r\n'}],
  check: ({documents}) =>
    documents.flatMap(({document: {path, text}}) => {
      const index = text.indexOf('\r');
      if (index < 0) return [];
      const line = text.slice(0, index).split('\n').length;
      return [
        {
          path,
          place: {line, column: index - text.lastIndexOf('\n', index)},
          problem: 'line ends the Windows way (CRLF), expected a line feed (LF) alone',
          fix: 'Save the file with LF line endings; most editors show the setting at the foot of the window.',
        },
      ];
    }),
};
