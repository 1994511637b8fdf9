import {recordedAddress} from '../addresses/address-record.ts';
import {publishedPlaces} from '../addresses/published-addresses.ts';
import {hasRecords} from '../addresses/record-addresses.ts';
import {pageExample} from '../examples/example-files.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';

const COPY = 'blog/_published/2026-11-02/priorities/homes.md';
const FROZEN = 'versioned_docs/version-2025-10/homes.md';
const RECORD = 'ledgers/addresses/live/priorities/homes.json';
const FROZEN_RECORD = 'ledgers/addresses/2025-10/homes.json';

const record = (address: string) => JSON.stringify({schema: 1, address, anchors: []});

export const noLostAddress: Rule = {
  id: 'no-lost-address',
  group: 'model',
  summary: 'Every address that readers were ever given is on record.',
  why: 'People keep links, and print them. What is on record must go on leading somewhere; what is not would be lost in silence.',
  good: [
    {[COPY]: pageExample('Homes'), [RECORD]: record('/toolkit/priorities/homes/')},
    {[FROZEN]: pageExample('Homes'), [FROZEN_RECORD]: record('/toolkit/2025-10/homes/')},
    {'docs/new.md': pageExample('Never published')},
    {'blog/_published/2026-11-02/gone.removed': '', [RECORD]: record('/toolkit/priorities/homes/')},
    {[COPY]: pageExample('Homes')},
  ],
  bad: [
    {[COPY]: pageExample('Homes'), 'ledgers/addresses/live/index.json': record('/toolkit/')},
    {[FROZEN]: pageExample('Homes'), [RECORD]: record('/toolkit/priorities/homes/')},
    {[COPY]: pageExample('Homes'), [RECORD]: record('/toolkit/priorities/houses/')},
    {[COPY]: pageExample('Homes'), [FROZEN_RECORD]: record('/toolkit/priorities/homes/')},
  ],
  check: (toolkit) => {
    // What was published before there were records has none; `npm run links` asks for them.
    if (!hasRecords(toolkit)) return [];
    const files = new Set(toolkit.documents.map(({document}) => document.path));
    return publishedPlaces(toolkit).flatMap(({file, address, source}): Finding[] => {
      const known = toolkit.addressRecords.get(file);
      if (known?.data.address === address) return [];
      if (known)
        return [{path: file, place: known.document.placeOf(['address']), ...changed(known.data.address, address)}];
      // What is wrong with a record that is there, other rules say.
      return files.has(file) ? [] : [{path: source, ...missing(file, address)}];
    });
  },
};

function changed(found: string, address: string): Pick<Finding, 'problem' | 'fix'> {
  return {
    problem: `record holds the address \`${found}\`, expected \`${address}\`, where the page was published`,
    fix: 'Take the change back.',
  };
}

function missing(file: string, address: string): Pick<Finding, 'problem' | 'fix'> {
  const {edition} = recordedAddress(file) ?? {};
  const where = edition === undefined ? 'was published' : `is kept in edition \`${edition}\``;
  return {
    problem: `\`${file}\` is missing, expected the record of \`${address}\`, where the page ${where}`,
    fix: 'Bring the record back, or write it anew with `npm run links -- --record`.',
  };
}
