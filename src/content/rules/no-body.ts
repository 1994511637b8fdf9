import type {Rule} from '../rule.ts';

export const noBody: Rule = {
  id: 'no-body',
  group: 'model',
  summary: 'Updates and change notes hold front matter alone.',
  why: 'The words to readers stand in `note`; what stands below the front matter would be shown nowhere.',
  good: [{}],
  bad: [
    {
      'blog/_pending/floods.md':
        '---\nkind: content-changed\nsignificance: major\npages: [index]\nnote: The figure for 2024 was put right.\n---\nMore words.\n',
    },
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
