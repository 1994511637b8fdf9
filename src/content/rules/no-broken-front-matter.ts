import type {Rule} from '../rule.ts';

const FLOODS = 'docs/priorities/floods.md';

export const noBrokenFrontMatter: Rule = {
  id: 'no-broken-front-matter',
  group: 'model',
  summary: 'Each page begins with front matter that can be read as YAML.',
  why: 'Title, owner and sources stand there; without them a page can be neither listed nor checked.',
  good: [
    {[FLOODS]: '---\ntitle: "Floods: what to do"\n---\nWords.\n'},
    {[FLOODS]: '---\ntitle: >-\n  Floods: what\n  to do\n---\nWords.\n---\nWords.\n'},
    {[FLOODS]: '---\ntitle: Floods # not: a key\nsources: []\n---\n'},
  ],
  bad: [
    {[FLOODS]: '---\ntitle: Floods: what to do\n---\nWords.\n'},
    {[FLOODS]: '---\ntitle: Floods\n\nWords.\n'},
    {[FLOODS]: '---\ntitle: Floods\ntitle: Floods\n---\nWords.\n'},
    {[FLOODS]: '# Floods\n\n---\n\nWords.\n'},
    {'ledgers/reviews/priorities/homes.json': '{"on": "2026-10-01",}\n'},
  ],
  check: ({documents}) => documents.flatMap(({broken}) => broken),
};
