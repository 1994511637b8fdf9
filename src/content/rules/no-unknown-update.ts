import {noteExample, updateExample} from '../examples/example-files.ts';
import {listWords, nearest} from '../nearest.ts';
import type {Finding} from '../problem.ts';
import {recordFile} from '../publish/freeze-edition.ts';
import {updateRecordFile} from '../publish/update-record.ts';
import type {Rule} from '../rule.ts';
import type {ChangeNote} from '../schemas/change-note-schema.ts';
import type {KeyPath, SourceDocument} from '../source-document.ts';
import type {Toolkit} from '../toolkit.ts';

const NOTE = 'blog/_pending/floods.md';
const UPDATE = {'blog/a.md': updateExample('2026-11-02', 'index')};
const EDITION = {'versioned_docs/version-2025-10/index.md': '---\n---\nWords.\n'};

const corrects = (what: string) => noteExample(`pages: [index]\ncorrects: ${what}\n`);
const erratum = (edition: string) => noteExample(`pages: [index]\neditions: [${edition}]\n`);

const RECORD = 'ledgers/editions/2025-10.json';

const redacted = (update: string) =>
  JSON.stringify({
    schema: 1,
    complete: true,
    about: 'The toolkit as it stood in October 2025.',
    vocabularies: {priorities: {}, approaches: {}, regions: {}},
    fingerprints: {},
    redactions: [{on: '2026-11-02', update, why: 'A court asked for it.', pages: ['index']}],
  });

export const noUnknownUpdate: Rule = {
  id: 'no-unknown-update',
  group: 'model',
  summary:
    'A correction names an update, a change of it and editions that exist, and a record of words taken out an update.',
  why: 'A correction stands beside what it corrects; where it names nothing, those who read the mistake never see it.',
  good: [
    {...UPDATE, [NOTE]: corrects('2026-11-02')},
    {...UPDATE, [NOTE]: corrects('"2026-11-02#1"')},
    {...EDITION, [NOTE]: erratum('2025-10')},
    {...UPDATE, [RECORD]: redacted('2026-11-02')},
  ],
  bad: [
    {...UPDATE, [NOTE]: corrects('2026-11-20')},
    {...UPDATE, [NOTE]: corrects('"2026-11-02#2"')},
    {...EDITION, [NOTE]: erratum('2025-11')},
    {...UPDATE, [RECORD]: redacted('2026-11-20')},
    {'blog/a.md': updateExample('2026-11-02', 'index').replace('page-added,', 'correction, editions: [2025-10],')},
  ],
  check: (toolkit) => [
    ...toolkit.notes.flatMap(({document, data}) => judgeChange(toolkit, document, [], data)),
    ...toolkit.updates.flatMap(({document, data}) =>
      data.changes.flatMap((change, index) => judgeChange(toolkit, document, ['changes', index], change)),
    ),
    ...judgeRedactions(toolkit),
  ],
};

/** Words go only with a note to readers. */
function judgeRedactions({updates, editions, updateRecords}: Toolkit): Finding[] {
  const slugs = updates.map(({data}) => data.slug);
  const records = [
    ...editions.map(({name, record}) => ({path: recordFile(name), redactions: record?.redactions})),
    ...[...updateRecords].map(([slug, {redactions}]) => ({path: updateRecordFile(slug), redactions})),
  ];
  return records.flatMap(({path, redactions = []}) =>
    redactions
      .filter(({update}) => !slugs.includes(update))
      .map(({update}) => ({path, ...unknown('update', update, slugs)})),
  );
}

function judgeChange(toolkit: Toolkit, document: SourceDocument, at: KeyPath, change: ChangeNote): Finding[] {
  const found = (path: KeyPath) => ({path: document.path, place: document.placeOf([...at, ...path])});
  const editions = toolkit.editions.map(({name}) => name);
  return [
    ...(change.corrects === undefined ? [] : unknownChange(toolkit, change.corrects)).map((finding) => ({
      ...found(['corrects']),
      ...finding,
    })),
    ...(change.editions ?? []).flatMap((name, index) =>
      editions.includes(name) ? [] : [{...found(['editions', index]), ...unknown('edition', name, editions)}],
    ),
  ];
}

/** What is wrong with the name of an update, or of a change of one, that a note corrects. */
export function unknownChange(
  {updates}: Pick<Toolkit, 'updates'>,
  corrects: string,
): Pick<Finding, 'problem' | 'fix'>[] {
  const [slug = '', nth = '1'] = corrects.split('#');
  const update = updates.find(({data}) => data.slug === slug);
  if (!update)
    return [
      unknown(
        'update',
        slug,
        updates.map(({data}) => data.slug),
      ),
    ];
  const {length} = update.data.changes;
  if (Number(nth) <= length) return [];
  return [
    {
      problem: `\`${corrects}\` is named, expected a number from 1 to ${length}: update \`${slug}\` has no more changes`,
      fix: `Count the changes in \`${update.document.path}\`, or write \`${slug}\` for the whole update.`,
    },
  ];
}

function unknown(what: 'edition' | 'update', name: string, names: readonly string[]): Pick<Finding, 'problem' | 'fix'> {
  const near = nearest(name, names);
  return {
    problem: `${what} \`${name}\` is named, expected ${names.length > 0 ? listWords(names) : `the name of an ${what} that exists`}`,
    fix: near
      ? `Write \`${near}\`, the nearest of these.`
      : `Write the name of an ${what} that exists, or remove the line.`,
  };
}
