import {noteExample, pageExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';

export const noWindowsLineEndings: Rule = {
  id: 'no-windows-line-endings',
  group: 'model',
  summary: 'Lines end with a line feed alone.',
  why: 'Mixed line endings make every line of a page look changed, and hide the one that is.',
  good: [
    {'docs/priorities/floods.md': pageExample('Floods', '', 'A hard\\\nbreak, and \\r\\n as text.')},
    {'docs/priorities/floods.md': pageExample('Floods', '', 'A line\u2028that another sign parts.')},
    {'ledgers/reviews/priorities/homes.json': '{"on": "2026-10-01",\n"note": "a\\r\\nb"}\n'},
  ],
  bad: [
    {'docs/priorities/floods.md': pageExample('Floods').replaceAll('\n', '\r\n')},
    {'docs/priorities/floods.md': pageExample('Floods', '', 'One line.\r\nAnother.')},
    {'docs/priorities/floods.md': pageExample('Floods', '', 'One line.\rAnother.')},
    {'blog/_pending/floods.md': noteExample('pages: [index]\n').replace('---\n', '---\r\n')},
  ],
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
          edit: {start: 0, end: text.length, text: text.replace(/\r\n?/g, '\n')},
          fix: 'Run `npm run check -- --fix`, or save the file with LF line endings; most editors show the setting at the foot of the window.',
        },
      ];
    }),
};
