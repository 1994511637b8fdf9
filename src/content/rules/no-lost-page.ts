import {gonePages} from '../coverage.ts';
import {noteExample, pageExample} from '../examples/example-files.ts';
import {movedByHand} from '../moves/moved-by-hand.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {Toolkit} from '../toolkit.ts';

const START = {
  'blog/_published/2026-11-02/index.md': pageExample('Start'),
  'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes'),
};
const MILLS = pageExample('Mills', '', 'A mill needs a gate.');
const RECORD = {...START, 'blog/_published/2026-11-02/priorities/mills.md': MILLS};
const removed = noteExample('pages: [priorities/mills]\n').replace('content-changed', 'content-removed');

export const noLostPage: Rule = {
  id: 'no-lost-page',
  group: 'model',
  summary: 'A page that was published stays, leads on from its old address, or is withdrawn.',
  why: 'People have linked to it, saved it and cited it: an address that leads nowhere breaks all of that.',
  good: [
    {...RECORD, 'docs/priorities/mills.md': MILLS},
    {...RECORD, 'docs/mills.md': MILLS.replace('---\n\n', 'redirect_from: [/toolkit/priorities/mills/]\n---\n\n')},
    {
      ...RECORD,
      'docs/priorities/mills.md': MILLS.replace(
        '---\n\n',
        'withdrawn: {on: 2026-11-20, why: The mills are gone.}\n---\n\n',
      ),
    },
    {...RECORD, 'blog/_published/2026-11-03/priorities/mills.removed': ''},
  ],
  bad: [RECORD, {...RECORD, 'docs/priorities/water-mills.md': MILLS}, {...RECORD, 'blog/_pending/mills.md': removed}],
  check: (toolkit) => gonePages(toolkit).map((id) => toFinding(id, toolkit)),
};

function toFinding(id: string, toolkit: Toolkit): Finding {
  const heir = movedByHand(toolkit, id);
  return {
    // What is gone has no file: its text on record has.
    path: toolkit.published.texts.get(id)?.document().path ?? id,
    problem: `page \`${id}\` was published and is gone, expected it at its address, or an address that leads on`,
    fix: heir
      ? `Run \`npm run move -- ${id} ${heir}\`: the old address then leads to the page where it is now.`
      : `Run \`npm run withdraw -- ${id} --why "..."\`, which brings it back as it was published and says that it no longer holds; if it has another place now, \`npm run move -- ${id} <new id>\`.`,
  };
}
