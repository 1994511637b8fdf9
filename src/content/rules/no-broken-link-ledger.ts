import {storedLedger} from '../link-ledger/stored-ledger.ts';
import type {Rule} from '../rule.ts';

export const noBrokenLinkLedger: Rule = {
  id: 'no-broken-link-ledger',
  group: 'model',
  summary: 'What is remembered of links to other sites can be read.',
  why: 'Readers are told from it which sources are no longer available; a lost record would start the count anew in silence.',
  good: [
    {
      'ledgers/links/parish.example.json':
        '{"schema": 1, "links": {"https://parish.example/": {"checked": "not yet"}}}\n',
    },
    {
      'ledgers/links/parish.example_8080.json':
        '{"schema": 1, "links": {"http://parish.example:8080/": {"checked": "2026-11-02", "last_success": "2026-11-02"}}}\n',
    },
    {'ledgers/links/parish.example.json': '{"schema": 1, "links": {}}\n'},
  ],
  bad: [
    {
      'ledgers/links/parish.example.json':
        '{"schema": 1, "links": {"https://parish.example/": {"checked": "often"}}}\n',
    },
    {'ledgers/links/parish.example.json': '<<<<<<< HEAD\n{"schema": 1, "links": {}}\n'},
    {
      'ledgers/links/parish.example.json':
        '{"schema": 1, "links": {"https://other.example/": {"checked": "not yet"}}}\n',
    },
  ],
  check: ({files}) =>
    storedLedger(files).broken.map(({path, fault}) => ({
      path,
      problem: `record ${fault}, expected one that \`npm run links\` wrote`,
      fix: 'Take back the change that broke it, or run `npm run links -- --external`: it keeps a copy, and makes it anew.',
    })),
};
