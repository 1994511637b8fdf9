import {chainRecords, editionHash, headFaults, isListed} from '../../changes/chain/record-chain.ts';
import {unnamedPages} from '../../changes/chain/verify.mjs';
import {recordFile} from '../../content/files/edition-files.ts';
import {recordedUpdate} from '../../content/pages/page-id.ts';
import type {Finding} from '../../content/problem.ts';
import {updateRecordFile} from '../../content/records/update-record.ts';
import type {UpdateRecord} from '../../content/schemas/record-schemas.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {listWords} from '../../format/nearest.ts';
import {pageExample, updateExample} from '../examples/example-files.ts';
import {TWO_PUBLISHED} from '../published-twice.ts';
import type {Rule} from '../rule.ts';

const HASH = 'a'.repeat(64);
/** The head of an update of two files with that hash, the first of its chain, and of the one that follows it. */
const FIRST = '5727ea6e8b0d3f6f94bb5eae5e530c9a4f403182f1aa0acbec5577acde329376';
const SECOND = '58527cd54e4eec77adf08f6d390b2325cd2750c358b02ee0e4302c5a4b6d8de3';
/** That of the second update after a first one with the second head, and that of a first update with another page. */
const THIRD = '596721766b62ea37bd5c89c3bc77ed548fcfda15e0bf28bd1f3a5e526022fc96';
const OTHER = 'abf99f4148feb806175b776b1ab933621ff9793bfc3085cc26f641f6f2d8293d';

const files = (slug: string, page: string) => ({
  [`blog/${slug}.md`]: updateExample(slug, page),
  [`blog/_published/${slug}/${page}.md`]: pageExample('Boats'),
});
const record = (slug: string, page: string, more: object) => ({
  [updateRecordFile(slug)]: JSON.stringify({
    schema: 1,
    files: {[`blog/${slug}.md`]: HASH, [`blog/_published/${slug}/${page}.md`]: HASH},
    ...more,
  }),
});
const first = (more: object = {head: FIRST}) => ({
  ...files('2026-11-02', 'index'),
  ...record('2026-11-02', 'index', more),
});
const second = (more: object = {head: SECOND}) => ({
  ...files('2026-11-03', 'boats'),
  ...record('2026-11-03', 'boats', more),
});
const REDACTIONS = [{on: '2026-11-03', update: '2026-11-03', why: 'A court asked for it.'}];
const FROZEN = {'versioned_docs/version-2025-10/boats.md': pageExample('Boats')};
const EDITION = {
  schema: 1,
  complete: true,
  about: 'The toolkit as it was in 2025.',
  vocabularies: {},
  fingerprints: {},
};

export const noBrokenChain: Rule = {
  id: 'no-broken-chain',
  group: 'model',
  summary:
    'The record of each update continues those before it, and its notes name every page whose text it published.',
  why: 'Anyone who has written down the head of one update can prove that no note, text or edition before it was changed later.',
  good: [first(), {...first(), ...second()}, first({})],
  bad: [
    first({head: SECOND}),
    {...first({head: SECOND, redactions: REDACTIONS}), ...second({head: THIRD})},
    {...second(), ...first({})},
    {...first(), ...second({})},
    {...files('2026-11-02', 'index'), ...record('2026-11-02', 'boats', {head: OTHER})},
    {
      ...first({head: FIRST, editions: {'2025-10': HASH}}),
      ...FROZEN,
      'ledgers/editions/2025-10.json': JSON.stringify(EDITION),
    },
  ],
  check: (toolkit) => [...checkHeads(toolkit), ...checkEditions(toolkit), ...unnamedTexts(toolkit)],
};

function checkHeads(toolkit: Toolkit): Finding[] {
  const isUnread = ({path}: {path: string}) => {
    const slug = recordedUpdate(path);
    return slug !== undefined && !toolkit.updateRecords.has(slug);
  };
  const slugs = new Set(toolkit.updates.map(({data}) => data.slug));
  const isDeleted = ([slug, {files}]: readonly [string, UpdateRecord]) =>
    !slugs.has(slug) && files[`blog/${slug}.md`] !== undefined;
  // Without one of the updates or records, others seem wrong too, and another rule says which is missing or unreadable.
  if (toolkit.files.some(isUnread) || [...toolkit.updateRecords].some(isDeleted)) return [];
  return headFaults(chainRecords(toolkit), toolkit.hashOf).map(({slug, fault, next}): Finding => {
    const path = updateRecordFile(slug);
    const problem = `update \`${slug}\` ${fault}, expected ${next ? 'one after the other' : 'the record as published'}`;
    if (!next) {
      return {
        path,
        problem,
        fix: 'Undo the change of the record, or of the update before it. Do not write heads by hand.',
      };
    }
    const {head = ''} = toolkit.updateRecords.get(slug) ?? {};
    const start = toolkit.documents.find(({document}) => document.path === path)?.document.text.indexOf(head) ?? -1;
    return {
      path,
      problem,
      fix: `${TWO_PUBLISHED} If both are on the main branch already, run \`npm run check -- --fix\`, which puts this one after the other. Do not send its email from \`outbox\`, which has the former code.`,
      edit: start < 0 ? undefined : {start, end: start + head.length, text: next},
    };
  });
}

function checkEditions(toolkit: Toolkit): Finding[] {
  const {editions, updateRecords, hashOf} = toolkit;
  const records = chainRecords(toolkit);
  return [...updateRecords].flatMap(([slug, {editions: covered = {}}]) =>
    Object.entries(covered).flatMap(([name, hash]): Finding | [] => {
      const edition = editions.find((candidate) => candidate.name === name)?.record;
      if (edition && editionHash(edition, hashOf) === hash) return [];
      if (edition && isListed(records, edition, hashOf)) return [];
      return {
        path: recordFile(name),
        problem: `record of edition \`${name}\` is not as update \`${slug}\` found it, expected no change`,
        fix: 'Undo the change.',
      };
    }),
  );
}

/** Texts that readers got with an update whose notes do not name their pages. */
function unnamedTexts({updates, updateRecords}: Toolkit): Finding[] {
  return updates.flatMap(({document: {path, text}, data}): Finding | [] => {
    const record = updateRecords.get(data.slug);
    const unnamed = record ? unnamedPages(text, record) : [];
    if (unnamed.length === 0) return [];
    return {
      path,
      problem: `no note of update \`${data.slug}\` names ${listWords(unnamed)}, expected one for each page whose text it published`,
      fix: 'Undo the change of the notes or of the record.',
    };
  });
}
