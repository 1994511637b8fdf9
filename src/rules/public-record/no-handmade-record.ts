import {LINK_FILE, storedLedger} from '../../content/link-ledger/link-ledger.ts';
import type {Rule} from '../rule.ts';

const links = (address: string, more = '"kind": "gone"') => ({
  [LINK_FILE]: `{"schema": 1, "links": {"${address}": {"checked": "2026-11-02", ${more}}}}\n`,
});

export const noHandmadeRecord: Rule = {
  id: 'no-handmade-record',
  group: 'model',
  summary: 'The record of links to other sites is valid.',
  why: 'A record edited by hand would claim a link check that did not happen.',
  good: [
    links('https://parish.example/floods?year=2026'),
    links('https://parish.example/', '"kind": "moved", "moved_to": "https://parish.example/floods"'),
    links('https://parish.example/', '"first_failure": "2026-11-02", "strikes": 1, "kind": "gone"'),
  ],
  bad: [
    links('https://parish.example/', '"kind": "old"'),
    links('https://parish.example/#part'),
    {[LINK_FILE]: '<<<<<<< HEAD\n{"schema": 1, "links": {}}\n'},
  ],
  check: ({files}) =>
    storedLedger(files).isBroken
      ? [
          {
            path: LINK_FILE,
            problem: 'record is not valid, expected one written by `npm run links`',
            fix: 'Undo the change that broke it, or run `npm run links` to create a new record without the history.',
          },
        ]
      : [],
};
