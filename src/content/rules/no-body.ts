import {noteExample, updateExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';

export const noBody: Rule = {
  id: 'no-body',
  group: 'model',
  summary: 'Updates and change notes hold front matter alone.',
  why: 'The words to readers stand in `note`; what stands below the front matter would be shown nowhere.',
  good: [
    {'blog/_pending/floods.md': noteExample('pages: [index]\nwhy: |\n  Readers asked\n\n  for it.\n')},
    {'blog/_pending/floods.md': `${noteExample('pages: [index]\n')}\n  \n`},
    {'blog/a.md': updateExample('2026-11-24', 'index')},
  ],
  bad: [
    {'blog/_pending/floods.md': `${noteExample('pages: [index]\n')}More words.\n`},
    {'blog/a.md': `${updateExample('2026-11-24', 'index')}\n\n<!-- truncate -->\n`},
    {'blog/_pending/floods.md': `${noteExample('pages: [index]\n')}---\n`},
  ],
  check: ({documents}) =>
    documents
      .filter(({kind, document}) => (kind === 'update' || kind === 'change-note') && document.body.trim() !== '')
      .map(({document}) => ({
        path: document.path,
        place: {line: document.bodyOffset + 1 + leadingBlankLines(document.body), column: 1},
        problem: 'words stand below the front matter, expected none',
        fix: 'Move them into `note`, `why` or `what_to_do`, or delete them.',
      })),
};

function leadingBlankLines(body: string): number {
  const blank = /^(\s*\n)*/.exec(body)?.[0] ?? '';
  return blank.split('\n').length - 1;
}
