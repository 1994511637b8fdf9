import {noteExample} from '../examples/example-files.ts';
import {nearest} from '../nearest.ts';
import type {Finding} from '../problem.ts';
import {compareNames} from '../publish/count-on.ts';
import {updateOfFile, updateRecordFile} from '../publish/update-record.ts';
import type {Rule} from '../rule.ts';
import type {Toolkit} from '../toolkit.ts';

const UPDATE = 'blog/2026-11-02.md';
const COPY = 'blog/_published/2026-11-02/homes.md';
const RECORD = 'ledgers/updates/2026-11-02.json';
const TEXT = '---\ntitle: Homes\n---\n\nThe words of 2 November.\n';

/** Of `TEXT`; an update is recorded in the same way. */
const HASH = '34d83e959fafbb55b5f117cf16c691b51e6941281ab705fbe44ea65e581be2bb';

const record = (files: Record<string, string>) => JSON.stringify({schema: 1, files});

export const noChangedUpdate: Rule = {
  id: 'no-changed-update',
  group: 'model',
  summary: 'A published update, and the texts it put live, are on record and never change.',
  why: 'Whoever read an update must find it again as it was: what was wrong in it is told in a correction, beside it.',
  good: [
    {[COPY]: TEXT, [RECORD]: record({[COPY]: HASH})},
    {[COPY]: TEXT},
    {
      'blog/_pending/homes.md': noteExample('pages: [priorities/homes]\n'),
      [COPY]: TEXT,
      [RECORD]: record({[COPY]: HASH}),
    },
  ],
  bad: [
    {[COPY]: TEXT.replace('words', 'deeds'), [RECORD]: record({[COPY]: HASH})},
    {[RECORD]: record({[COPY]: HASH})},
    {[COPY]: TEXT, [RECORD]: record({})},
    {[COPY]: TEXT, [RECORD]: record({[COPY]: HASH}), 'blog/_published/2026-11-03/homes.md': TEXT},
    {[COPY]: TEXT, [RECORD]: record({[COPY]: HASH, [UPDATE]: HASH})},
  ],
  check: (toolkit) => {
    const recorded = [...toolkit.updateRecords.keys()].sort(compareNames);
    const [oldest] = recorded;
    // What was published before there were records has none.
    if (oldest === undefined) return [];
    const published = [...toolkit.published.hashes.keys()].map((path) => updateOfFile(path) ?? '');
    const since = published.filter((slug) => compareNames(slug, oldest) > 0);
    return [...new Set([...since, ...recorded])].flatMap((slug) => judgeUpdate(toolkit, slug));
  },
};

function judgeUpdate({published, updateRecords}: Toolkit, slug: string): Finding[] {
  const files = updateRecords.get(slug)?.files;
  const path = updateRecordFile(slug);
  const present = [...published.hashes.keys()].filter((file) => updateOfFile(file) === slug);
  if (!files) {
    const near = nearest(slug, [...updateRecords.keys()]);
    return [
      {
        path: present[0] ?? path,
        problem: `update \`${slug}\` has no record, expected one: \`npm run publish\` writes it${near ? ` (there is \`${near}\`)` : ''}`,
        fix: 'Publish with `npm run publish`. If the record was removed, bring it back.',
      },
    ];
  }
  return [
    ...Object.keys(files)
      .filter((file) => !published.hashes.has(file))
      .map((file) => ({
        path,
        problem: `\`${file}\` is on record and gone, expected the file`,
        fix: 'Bring it back as it was.',
      })),
    ...present.flatMap((file) => judgeFile(file, published.hashes.get(file)?.(), files[file])),
  ];
}

function judgeFile(path: string, found: string | undefined, recorded: string | undefined): Finding[] {
  if (found === recorded) return [];
  return [
    recorded === undefined
      ? {
          path,
          problem: 'file is not on record of its update, expected only what was published',
          fix: 'Take the file out; `npm run publish` alone writes here.',
        }
      : {
          path,
          problem: 'file differs from what was published, expected it unchanged',
          fix: 'Take the change back, and put what is wrong right in a correction that names the update. Words that the law wants gone: `npm run redact`.',
        },
  ];
}
