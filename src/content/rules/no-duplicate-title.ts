import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

const TWIN = `---
title: Flood wardens
description: A second page under a title that stands already, to show what the rule says of it.
owner: editor
review_every: 12 months
---
Words.
`;

export const noDuplicateTitle: Rule = {
  id: 'no-duplicate-title',
  group: 'model',
  summary: 'No two pages have the same title.',
  why: 'People who hear titles read out, in tabs, lists and search results, cannot tell two equal ones apart.',
  good: [{}],
  bad: [{'docs/priorities/wardens-a.md': TWIN, 'docs/priorities/wardens-b.md': TWIN}],
  check: (toolkit) => duplicateTitles(toolkit),
};

function duplicateTitles(toolkit: Toolkit): Finding[] {
  const first = new Map<string, Toolkit['pages'][number]['document']>();
  return allPages(toolkit).flatMap(({document, data}) => {
    const key = data.title.toLowerCase();
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, document);
      return [];
    }
    return [
      {
        path: document.path,
        place: document.placeOf(['title']),
        problem: `title is \`${data.title}\`, expected one that no other page has`,
        fix: 'Change one of the two so that a reader can tell them apart.',
        related: {path: earlier.path, place: earlier.placeOf(['title'])},
      },
    ];
  });
}
