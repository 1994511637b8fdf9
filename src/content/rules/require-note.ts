import {changedPages} from '../coverage.ts';
import {measureDiff} from '../diff/measure-diff.ts';
import {chartExample} from '../examples/chart-example.ts';
import {noteExample, pageExample} from '../examples/example-files.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {Toolkit} from '../toolkit.ts';

const RECORD = 'blog/_published/2026-11-02/priorities/floods.md';
const LIVE = 'docs/priorities/floods.md';
const BEFORE = pageExample('Floods', '', 'Keep two boats.');
const START = {
  'blog/_published/2026-11-02/index.md': pageExample('Start'),
  'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes'),
};

const CHARTED = pageExample('Floods', '', '::chart{id="levels"}');
const RECORDED = 'blog/_published/2026-11-02/reference/data/levels.json';
const DATA = 'docs/reference/data/levels.json';

export const requireNote: Rule = {
  id: 'require-note',
  group: 'model',
  summary: 'Every page that says something new is named by a change note.',
  why: 'The promise of this toolkit: no page changes without a public note that says what changed.',
  good: [
    {...START, [RECORD]: BEFORE, [LIVE]: BEFORE},
    {...START, [RECORD]: BEFORE, [LIVE]: pageExample('Floods', '', 'Keep\n**two** boats.')},
    {
      ...START,
      [RECORD]: BEFORE,
      [LIVE]: pageExample('Floods', '', 'Keep three boats.'),
      'blog/_pending/boats.md': noteExample('pages: [priorities/floods]\n'),
    },
    {[LIVE]: BEFORE},
    {...START, [RECORD]: CHARTED, [LIVE]: CHARTED, [RECORDED]: chartExample(), [DATA]: chartExample()},
    {
      ...START,
      'blog/_published/2026-11-02/priorities/mills.md': BEFORE,
      'blog/_published/2026-11-03/priorities/mills.removed': '',
    },
  ],
  bad: [
    {...START, [RECORD]: BEFORE, [LIVE]: pageExample('Floods', '', 'Keep three boats.')},
    {...START, [LIVE]: BEFORE},
    {
      ...START,
      [RECORD]: CHARTED,
      [LIVE]: CHARTED,
      [RECORDED]: chartExample(),
      [DATA]: chartExample().replace('2.5', '2.6'),
    },
    {...START, [RECORD]: BEFORE, [LIVE]: BEFORE.replace('title: Floods', 'title: High water')},
  ],
  check: (toolkit) => {
    const named = new Set(toolkit.notes.flatMap(({data}) => data.pages));
    return unnoted(toolkit, named);
  },
};

function unnoted(toolkit: Toolkit, named: ReadonlySet<string>): Finding[] {
  return [...changedPages(toolkit)]
    .filter(([id]) => !named.has(id))
    .map(([, {page, diff}]) => ({
      path: page.document.path,
      place: page.document.placeOf([]),
      problem:
        diff.kind === 'added'
          ? 'page is new and no waiting note names it, expected a note to readers'
          : `page has changed (${measureDiff(diff)}) and no waiting note names it, expected a note to readers`,
      fix: 'Run `npm run new -- note`, and say in it what changed.',
    }));
}
