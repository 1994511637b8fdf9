import {storedLedger} from '../../content/link-ledger/link-ledger.ts';
import type {Rule} from '../rule.ts';

const links = (address: string, more = '"checked": "not yet"') => ({
  'ledgers/links/parish.example.json': `{"schema": 1, "links": {"${address}": {${more}}}}\n`,
});

export const noHandmadeRecord: Rule = {
  id: 'no-handmade-record',
  group: 'model',
  summary: 'Records of links to other sites are valid.',
  why: 'A record edited by hand would claim a link check that did not happen.',
  good: [
    links('https://parish.example/floods?year=2026'),
    links('https://parish.example/'),
    links('https://parish.example/', '"checked": "2026-11-02", "last_success": "2026-11-02"'),
  ],
  bad: [
    links('https://parish.example/', '"checked": "often"'),
    links('https://other.example/'),
    {'ledgers/links/parish.example.json': '<<<<<<< HEAD\n{"schema": 1, "links": {}}\n'},
  ],
  check: (toolkit) =>
    storedLedger(toolkit.files).broken.map((path) => ({
      path,
      problem: 'record is not valid or in the wrong file, expected one written by `npm run links`',
      fix: 'Undo the change that broke it, or run `npm run links -- --external` to create a new record without the history.',
    })),
};
