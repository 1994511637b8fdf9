import type {Rule} from '../rule.ts';

export const noSymbolicLink: Rule = {
  id: 'no-symbolic-link',
  group: 'safety',
  summary:
    'Everything in the folders of a toolkit, and each of its settings, is a file or a folder, never a link to one.',
  why: 'A link can lead to any file of the machine that builds the site, which would then be published.',
  good: [
    {'docs/river.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>'},
    {'docs/links/index.md': '---\n---\nA page about links.\n'},
    {'docs/priorities/floods.md': {reason: 'gone'}},
  ],
  bad: [
    {'docs/priorities/floods.md': {reason: 'link'}},
    {static: {reason: 'link'}},
    {'blog/_published/2026-11-24/index.md': {reason: 'link'}, 'docs/river.png': {reason: 'link'}},
  ],
  check: ({unread}) =>
    unread
      .filter(({reason}) => reason === 'link')
      .map(({path}) => ({
        path,
        problem: `\`${path}\` is a symbolic link, expected a file or a folder`,
        fix: 'Remove the link, and put a copy of the file here if the toolkit needs it.',
      })),
};
