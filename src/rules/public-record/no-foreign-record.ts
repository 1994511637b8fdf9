import {listWords} from '../../format/nearest.ts';
import {pageExample, updateExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';
import {foreignRecords} from './foreign-records.ts';

const COPIES = {
  'blog/_published/2026-11-02/boats.md': pageExample('Boats'),
  'blog/_published/2026-11-02/mills.md': pageExample('Mills'),
};
const HASHES = Object.fromEntries(Object.keys(COPIES).map((file) => [file, 'a'.repeat(64)]));
const FROZEN = {
  'versioned_docs/version-2025-10/boats.md': pageExample('Boats'),
  'versioned_docs/version-2025-10/mills.md': pageExample('Mills'),
};

export const noForeignRecord: Rule = {
  id: 'no-foreign-record',
  group: 'model',
  summary: 'The records in `blog/`, `ledgers/` and `versioned_docs/` are about pages of this toolkit.',
  why: 'Records of the toolkit that a repository was copied from promise addresses and editions that this one never had.',
  good: [
    {...COPIES, 'docs/boats.md': pageExample('Boats')},
    {...FROZEN, 'docs/ships.md': pageExample('Ships', 'redirect_from: [/toolkit/boats/]\n')},
    {'blog/2026-11-02.md': updateExample('2026-11-02', 'index, boats')},
  ],
  bad: [
    COPIES,
    FROZEN,
    {'blog/2026-11-02.md': updateExample('2026-11-02', 'index, boats, mills')},
    {'blog/_published/2026-11-02.json': JSON.stringify({schema: 1, files: HASHES})},
  ],
  check: (toolkit) => {
    const foreign = foreignRecords(toolkit);
    if (!foreign) return [];
    const {pages, files} = foreign;
    const folders = [...new Set(files.map((file) => file.replace(/\/.*$/, '/')))];
    const more = folders.includes('versioned_docs/') ? ['versioned_sidebars/', 'versions.json'] : [];
    return [
      {
        path: files[0] ?? '',
        problem: `records name ${pages} pages of which none is here, expected records of this toolkit: these seem to be left over from another`,
        fix: `Delete ${listWords([...folders, ...more]).replace(' or ', ' and ')}. If the records are yours, restore the pages.`,
      },
    ];
  },
};
