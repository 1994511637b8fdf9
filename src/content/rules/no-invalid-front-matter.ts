import type {Rule} from '../rule.ts';

export const noInvalidFrontMatter: Rule = {
  id: 'no-invalid-front-matter',
  group: 'model',
  summary: 'Front matter holds the keys of its kind of page, each with a value that fits.',
  why: 'Lists, feeds, dates and the facts on a page are made from it: a slip there is a wrong word to readers.',
  good: [{}],
  bad: [{'docs/priorities/floods.md': '---\ntitel: Floods\n---\nWords.\n'}],
  check: ({invalid}) => invalid,
};
