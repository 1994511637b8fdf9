import {
  caseStudyExample,
  noteExample,
  pageExample,
  updateExample,
} from '../../../../src/rules/examples/example-files.ts';
import {configFile, soundFiles} from './sound-toolkit.ts';

/** The day on which the dashboard is looked at. */
export const TODAY = '2026-11-24';

const link = (id: string) => `sources:\n  - {title: Minutes, publisher: Parish, url: https://${id}.example/}\n`;

const reviewed = (on: string) => `reviewed: {on: ${on}, by: editor, scope: sources-read, text: 2026-03-01}\n`;

const WELLS = pageExample('Wells', link('living') + reviewed('2026-10-01'), 'A well needs a lid.');
const MILLS = pageExample('Mills', link('dead') + reviewed('2026-05-01'), 'A mill needs a gate.');
const BOATS = pageExample('Boats', link('moved'));
const ROPES = pageExample('Ropes', link('ailing')).replace('owner: editor', 'owner: warden');

/** The configuration with a second role, as `toolkitWith` and `configFile` take it. */
export const TWO_ROLES = `export default ${JSON.stringify({
  owners: [
    {id: 'editor', label: 'Editor', team: '@example-org/editor', owns: ['*']},
    {id: 'warden', label: 'Warden', team: '@example-org/warden'},
  ],
})};`;

/** One case of everything that a dashboard lists, each with some that come close, over the sound toolkit. */
export const DESK_FILES = {
  // Reviews: overdue with a review and without one; lapsed; due soon on the last day that counts; later; checked.
  'blog/a.md': updateExample('2025-06-01', 'ponds'),
  'blog/b.md': updateExample('2025-12-24', 'ropes'),
  'blog/c.md': updateExample('2025-12-25', 'boats'),
  'blog/d.md': updateExample('2026-03-01', 'index, priorities/homes, wells, mills, case-studies/weir'),
  'blog/e.md': updateExample(
    '2026-11-02',
    'index',
    '  - {kind: content-changed, significance: minor, pages: [wells], note: The page on wells now asks for a lid., answers: [14]}\n',
  ),
  'docs/ponds.md': pageExample('Ponds'),
  'docs/ropes.md': ROPES,
  'docs/boats.md': BOATS,
  'docs/wells.md': WELLS,
  'docs/new.md': pageExample('Weed in spring'),
  'docs/mills.md': MILLS,
  'docs/case-studies/weir.md': caseStudyExample(),
  'docs/gone.md': pageExample('Old banks', 'withdrawn: {on: 2026-01-10, why: The law has changed since.}\n'),
  // Changes: one with a note, one without, one page that is new; a note that tells of nothing.
  'blog/_published/2026-03-01/index.md': pageExample('Start'),
  'blog/_published/2026-03-01/priorities/homes.md': pageExample('Homes'),
  'blog/_published/2026-03-01/wells.md': WELLS,
  'blog/_published/2026-03-01/mills.md': MILLS,
  'blog/_published/2026-03-01/boats.md': BOATS,
  'blog/_published/2026-03-01/ropes.md': ROPES,
  'blog/_published/2026-03-01/ponds.md': pageExample('Ponds'),
  'blog/_published/2026-03-01/gone.md': pageExample('Old banks'),
  'blog/_published/2026-03-01/case-studies/weir.md': caseStudyExample(),
  'docs/index.md': pageExample('Start', '', 'Begin here, with three boats.'),
  'docs/priorities/homes.md': pageExample('Homes', '', 'Keep three boats.'),
  'blog/_pending/homes.md': noteExample('pages: [priorities/homes, gone]\n'),
  'blog/_pending/idle.md': noteExample('pages: [wells]\n', 'minor'),
  'blog/_pending/broken.md': '---\nkind: what\n---\n',
  'docs/broken.md': '---\ntitle: Banks\n---\n\nWords.\n',
  // Links: one of each kind; an edition's counts for nobody.
  'versioned_docs/version-2017-03/homes.md': `---\ntitle: Homes\n${link('dead')}---\n\nWords.\n`,
  'ledgers/links.json': `${JSON.stringify({
    schema: 1,
    links: {
      'https://ailing.example/': {checked: '2026-11-23', first_failure: '2026-11-16', strikes: 2, kind: 'slow'},
      'https://dead.example/': {
        checked: '2026-11-23',
        first_failure: '2026-10-01',
        strikes: 8,
        kind: 'gone',
        archived: {url: 'https://archive.example/1', on: '2026-01-02'},
      },
      'https://moved.example/': {checked: '2026-11-23', kind: 'moved', moved_to: 'https://new.example/'},
    },
  })}\n`,
  'ledgers/baseline.json': '{"docs/wells.md": {"no-long-sentence": 3, "no-hard-word": 1}}\n',
};

/** All of it as files on a disk. */
export const FULL_DASHBOARD: Readonly<Record<string, string>> = {
  ...soundFiles(),
  ...DESK_FILES,
  'toolkit.config.ts': configFile(TWO_ROLES),
};
