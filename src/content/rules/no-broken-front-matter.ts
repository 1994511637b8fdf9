import type {Rule} from '../rule.ts';

export const noBrokenFrontMatter: Rule = {
  id: 'no-broken-front-matter',
  group: 'model',
  summary: 'Each page begins with front matter that can be read as YAML.',
  why: 'Title, owner and sources stand there; without them a page can be neither listed nor checked.',
  good: [{'docs/priorities/floods.md': '---\ntitle: Floods\n---\nWords.\n'}],
  bad: [{'docs/priorities/floods.md': '---\ntitle: Floods: what to do\n---\nWords.\n'}],
  check: ({documents}) => documents.flatMap(({broken}) => broken),
};
