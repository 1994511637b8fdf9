import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {Edition} from '../toolkit.ts';

const HOMES = 'versioned_docs/version-2025-10/homes.md';
const RECORD = 'ledgers/editions/2025-10.json';
const PAGE = '---\ntitle: Homes\n---\n\nThe words of 2025.\n';

/** Of `PAGE`. */
const FINGERPRINT = '637525bce9ab401e';

const record = (fingerprints: Record<string, string>, more: Record<string, unknown> = {}) =>
  JSON.stringify({
    schema: 1,
    complete: true,
    about: 'The toolkit as it stood in October 2025.',
    vocabularies: {priorities: {}, approaches: {}, regions: {}},
    fingerprints,
    ...more,
  });

/** The row that a page which was taken out whole leaves. */
const TAKEN = {
  redactions: [{on: '2026-11-02', update: '2026-11-02', why: 'A court asked for it.', pages: [], removed: ['homes']}],
};

export const noChangedEdition: Rule = {
  id: 'no-changed-edition',
  group: 'model',
  summary: 'The pages of an edition are on record, and their words never change but for what `redact` took out.',
  why: 'Editions are there to be cited: a reader who follows a citation must find the words that were cited.',
  good: [
    {[HOMES]: PAGE, [RECORD]: record({homes: FINGERPRINT})},
    {[HOMES]: PAGE.replace('words of', 'words\nof'), [RECORD]: record({homes: FINGERPRINT})},
    {[HOMES]: PAGE.replace('---\n\n', 'owner: nobody\n---\n\n'), [RECORD]: record({homes: FINGERPRINT})},
    {[RECORD]: record({})},
    {[RECORD]: record({}, TAKEN)},
  ],
  bad: [
    {[HOMES]: PAGE, [RECORD]: record({homes: '0123456789abcdef'})},
    {[HOMES]: PAGE.replace('2025', '2026'), [RECORD]: record({homes: FINGERPRINT})},
    {[HOMES]: PAGE, [RECORD]: record({})},
    {[HOMES]: PAGE, [RECORD]: record({}).replace('true', 'false')},
    {[RECORD]: record({homes: FINGERPRINT})},
    {[HOMES]: PAGE, [RECORD]: record({}, TAKEN).replace('true', 'false')},
    {[HOMES]: PAGE, [RECORD]: '{"schema": 1}\n'},
  ],
  check: ({editions}) => editions.flatMap(judgeEdition),
};

function judgeEdition({name, pages, record}: Edition): Finding[] {
  const path = `ledgers/editions/${name}.json`;
  if (!record) {
    const problem = `edition \`${name}\` has no record that can be read, expected one with the fingerprint of each page`;
    return [{path, problem, fix: 'Write the record, or mend it.'}];
  }
  const ids = new Set(pages.map(({id}) => id));
  const taken = new Set(record.redactions?.flatMap(({removed = []}) => removed));
  const lost = Object.keys(record.fingerprints).filter((id) => !ids.has(id));
  return [
    ...lost.map((id) => ({
      path,
      problem: `page \`${id}\` is on record, expected its file in \`versioned_docs/version-${name}/\``,
      fix: 'Bring the file back as it was; an edition never loses a page.',
    })),
    ...pages.flatMap(({id, document, fingerprint}) => {
      const recorded = record.fingerprints[id];
      if (taken.has(id)) return [{path: document.path, ...broughtBack(name)}];
      if (recorded === fingerprint()) return [];
      return [{path: document.path, ...changed(name, recorded, record.complete)}];
    }),
  ];
}

function broughtBack(name: string): Pick<Finding, 'problem' | 'fix'> {
  return {
    problem: `page was taken out of edition \`${name}\` for law or privacy, expected no such file`,
    fix: 'Remove the file.',
  };
}

function changed(name: string, recorded: string | undefined, complete: boolean): Pick<Finding, 'problem' | 'fix'> {
  if (recorded !== undefined) {
    return {
      problem: `words differ from those on record of edition \`${name}\`, expected them unchanged`,
      fix: 'Take the change back. A mistake in an edition is told in a correction that names it.',
    };
  }
  if (complete) {
    return {problem: `edition \`${name}\` is complete, expected no further page`, fix: 'Remove the file.'};
  }
  return {
    problem: `page is not on record of edition \`${name}\`, expected its fingerprint there`,
    fix: `Run \`npm run record-edition -- --edition ${name}\`.`,
  };
}
