import {changedPages} from '../coverage.ts';
import {noteExample, pageExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

const NOTE = 'blog/_pending/homes.md';
const START = {'blog/_published/2026-11-02/index.md': pageExample('Start')};
const RECORD = {...START, 'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes')};

export const noIdleNote: Rule = {
  id: 'no-idle-note',
  group: 'model',
  summary: 'A change note names only pages that have changed.',
  why: 'A note that changes nothing tells readers of a change they will look for in vain.',
  good: [
    {
      ...RECORD,
      'docs/priorities/homes.md': pageExample('Homes', '', 'More words.'),
      [NOTE]: noteExample('pages: [priorities/homes]\n'),
    },
    {...START, [NOTE]: noteExample('pages: [priorities/homes]\n')},
    {
      ...RECORD,
      [NOTE]: noteExample('pages: [priorities/homes]\ncorrects: 2026-11-02\n').replace('content-changed', 'correction'),
    },
    {[NOTE]: noteExample('pages: [priorities/homes]\n')},
  ],
  bad: [
    {...RECORD, [NOTE]: noteExample('pages: [priorities/homes]\n')},
    {
      ...RECORD,
      'docs/priorities/homes.md': pageExample('Homes', '', '*Words.*'),
      [NOTE]: noteExample('pages: [priorities/homes]\n'),
    },
    {...RECORD, [NOTE]: noteExample('pages: [priorities/homes]\n', 'minor')},
  ],
  check: (toolkit) => {
    const changed = changedPages(toolkit);
    return toolkit.notes.flatMap(({document, data}) =>
      data.pages.flatMap((id, index) => {
        // A correction may put an update right that told of the page what was not so.
        if (changed.has(id) || data.kind === 'correction' || !isLive(toolkit, id)) return [];
        return [
          {
            path: document.path,
            place: document.placeOf(['pages', index]),
            problem: `\`${id}\` is named and says what it said before, expected a page that has changed`,
            fix: 'Take it out of `pages`, or make the change.',
          },
        ];
      }),
    );
  },
};

/** What no update has put live yet, and what is gone, is another rule's matter. */
function isLive(toolkit: Toolkit, id: string): boolean {
  return toolkit.published.texts.has(id) && allPages(toolkit).some((page) => page.id === id);
}
