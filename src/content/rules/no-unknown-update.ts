import {noteExample, updateExample} from '../examples/example-files.ts';
import {listWords, nearest} from '../nearest.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {ChangeNote} from '../schemas/change-note-schema.ts';
import type {KeyPath, SourceDocument} from '../source-document.ts';
import type {Toolkit} from '../toolkit.ts';

const NOTE = 'blog/_pending/floods.md';
const UPDATE = {'blog/a.md': updateExample('2026-11-02', 'index')};
const EDITION = {'versioned_docs/version-2025-10/index.md': '---\n---\nWords.\n'};

const corrects = (what: string) => noteExample(`pages: [index]\ncorrects: ${what}\n`);
const erratum = (edition: string) => noteExample(`pages: [index]\neditions: [${edition}]\n`);

export const noUnknownUpdate: Rule = {
  id: 'no-unknown-update',
  group: 'model',
  summary: 'A correction names an update, a change of it and editions that exist.',
  why: 'A correction stands beside what it corrects; where it names nothing, those who read the mistake never see it.',
  good: [
    {...UPDATE, [NOTE]: corrects('2026-11-02')},
    {...UPDATE, [NOTE]: corrects('"2026-11-02#1"')},
    {...EDITION, [NOTE]: erratum('2025-10')},
  ],
  bad: [
    {...UPDATE, [NOTE]: corrects('2026-11-20')},
    {...UPDATE, [NOTE]: corrects('"2026-11-02#2"')},
    {...EDITION, [NOTE]: erratum('2025-11')},
    {'blog/a.md': updateExample('2026-11-02', 'index').replace('page-added,', 'correction, editions: [2025-10],')},
  ],
  check: (toolkit) => [
    ...toolkit.notes.flatMap(({document, data}) => judgeChange(toolkit, document, [], data)),
    ...toolkit.updates.flatMap(({document, data}) =>
      data.changes.flatMap((change, index) => judgeChange(toolkit, document, ['changes', index], change)),
    ),
  ],
};

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

function unknownChange({updates}: Toolkit, corrects: string): Pick<Finding, 'problem' | 'fix'>[] {
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
