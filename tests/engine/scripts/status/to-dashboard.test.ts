import {expect, test} from 'vitest';
import {type Dashboard, toDashboard} from '../../../../scripts/status/dashboard.ts';
import type {DashboardRow} from '../../../../scripts/status/sections/row-parts.ts';
import {noteExample, pageExample, updateExample} from '../../../../src/checks/examples/example-files.ts';
import type {ExampleFiles} from '../../../../src/checks/rule.ts';
import {issueSchema, messageOf} from '../../../../src/github/issue-schema.ts';
import {triage} from '../../../../src/intake/feedback/triage.ts';
import {DESK_FILES, ISSUES, TODAY, TWO_ROLES} from '../../support/toolkits/dashboard-toolkit.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

function dashboardOf(files: ExampleFiles, issues?: readonly object[], today = TODAY): Dashboard {
  const toolkit = toolkitWith(files);
  const feedback = issues?.map((issue) => triage(toolkit, messageOf(issueSchema.parse(issue))));
  return toDashboard({toolkit, today, feedback});
}

const FILES = {...DESK_FILES, 'toolkit.config.ts': TWO_ROLES};
const full = dashboardOf(FILES, ISSUES);
const bare = dashboardOf({});

function sectionOf(id: string, dashboard: Dashboard = full) {
  const section = dashboard.sections.find((one) => one.id === id);
  if (!section) throw new Error(`the dashboard has no section ${id}`);
  return section;
}

const rowsOf = (id: string, tell: (row: DashboardRow) => unknown, dashboard: Dashboard = full) =>
  sectionOf(id, dashboard).rows?.map(tell);

test('a change without a note is listed, and neither one that a note tells nor a page that says what it said', () => {
  expect(rowsOf('without-note', ({title, matter, command}) => [title, matter, command])).toEqual([
    ['Start', 'The page has changed: 1 paragraph changed.', 'npm run new -- note --pages index'],
    ['Weed in spring', 'The page is new.', 'npm run new -- note --pages new'],
  ]);
});

test('a page that is gone is brought back by the command that withdraws it; one that moved needs its note', () => {
  const {'docs/mills.md': mills, ...others} = FILES;
  const gone = dashboardOf(others);
  expect(rowsOf('without-note', ({id, command}) => [id, command], gone)).toContainEqual([
    'mills',
    'npm run withdraw -- mills --why ...',
  ]);
  const to = {'docs/water-mills.md': mills.replace('sources:', 'redirect_from: [/toolkit/mills/]\nsources:')};
  const moved = dashboardOf({...others, ...to});
  expect(rowsOf('without-note', ({id, matter, command}) => [id, matter, command], moved)).toContainEqual([
    'mills',
    'It is now `water-mills`.',
    'npm run new -- note --pages water-mills',
  ]);
});

test('notes wait by what they are: one that tells of nothing, and one that cannot be read, are told too', () => {
  expect(rowsOf('notes', ({group, id, command}) => [group, id, command])).toEqual([
    ['Major', 'blog/_pending/homes.md', 'npm run review'],
    ['Small corrections', 'blog/_pending/idle.md', 'npm run review'],
    ['Cannot be read', 'blog/_pending/broken.md', 'npm run check -- blog/_pending/broken.md'],
  ]);
  expect(sectionOf('notes').rows?.[1]?.matter).toContain('Not changed: `wells`.');
});

test('scheduled notes are listed by day, with what happens then and how to stop it', () => {
  const note = (day: string) => noteExample(`pages: [homes]\nnot_before: ${day}\n`);
  const config = (scheduled_publishing: string) => ({
    'toolkit.config.ts': `export default ${JSON.stringify({scheduled_publishing})}`,
  });
  const files = {
    ...{'blog/_pending/later.md': note('2026-12-24')},
    'blog/_pending/sooner.md': note('2026-11-24'),
  };
  const row = ({id, matter, command}: DashboardRow) => [id, matter, command];
  expect(rowsOf('scheduled', row, dashboardOf({...files, ...config('pull-request')}, [], '2026-11-24'))).toEqual([
    [
      'blog/_pending/sooner.md',
      'Not before 24 November 2026. The daily workflow then opens a pull request that publishes it.',
      'npm run publish',
    ],
    [
      'blog/_pending/later.md',
      'Not before 24 December 2026. The daily workflow then opens a pull request that publishes it.',
      'npm run publish -- --dry-run',
    ],
  ]);
  const about = (today: string) => sectionOf('scheduled', dashboardOf(files, [], today)).about;
  expect(about('2026-11-24')).toContain('No note is published before the last of these days. To stop one, change or');
  expect(about('2026-12-24')).toContain('The day of each has come.');
  expect(sectionOf('scheduled', dashboardOf(files)).rows?.[0]?.matter).toContain('An editor then publishes it.');
});

test('a page that breaks its schema is in no row, and is named', () => {
  expect(full.unread).toEqual(['blog/_pending/broken.md', 'docs/broken.md']);
  expect(full.sections.flatMap(({rows}) => rows ?? []).map(({id}) => id)).not.toContain('broken');
});

test('open feedback stands by page, with how long it waits; closed feedback and the words of readers do not', () => {
  expect(rowsOf('feedback', ({group, title, days, command}) => [group, title, days, command])).toEqual([
    ['Wells', 'Number 12', 23, 'npm run new -- note --pages wells --answers 12'],
    ['Wells', 'Number 14', 4, 'npm run feedback -- answered 2026-11-02'],
    ['Page not known', 'Number 16', 1, 'npm run feedback -- triage issue.json'],
    ['Mills', 'Number 15', 0, 'npm run new -- note --pages mills --answers 15'],
  ]);
  const [, , , personal] = sectionOf('feedback').rows ?? [];
  expect(personal).toMatchObject({
    matter: expect.stringMatching(/^It may contain personal data: look at it first\./),
    issue: {number: 15, url: 'https://github.com/example-org/flood/issues/15'},
  });
  expect(JSON.stringify(full)).not.toContain('Smith');
});

test('a row names no file that nobody knows how to get', () => {
  const rows = full.sections
    .flatMap((section) => section.rows ?? [])
    .filter(({command}) => command.includes('issue.json'));
  expect(rows.map(({matter}) => /gh issue view (\d+) .* > issue\.json`/.exec(matter)?.[1])).toEqual(['16']);
});

test('feedback that a waiting note answers needs no other note', () => {
  const note = noteExample('pages: [wells]\nanswers: [12]\n');
  const dashboard = dashboardOf({...FILES, 'blog/_pending/wells.md': note}, ISSUES);
  const [row] = sectionOf('feedback', dashboard).rows ?? [];
  expect(row).toMatchObject({title: 'Number 12', command: 'npm run publish -- --dry-run'});
  expect(row?.matter).toContain('`blog/_pending/wells.md` answers it and waits to be published.');
});

test('feedback on a page whose file cannot be read leads to that file', () => {
  const dashboard = dashboardOf({...FILES, 'docs/wells.md': '---\ntitle: [\n---\n'}, ISSUES);
  expect(rowsOf('feedback', ({matter, command}) => [matter, command], dashboard)).toContainEqual([
    'The file of the page cannot be read: fix it first.',
    'npm run check -- docs/wells.md',
  ]);
});

test('open proposals are listed where GitHub was asked, in order', () => {
  const proposals = [
    {number: 9, open: true, received: '2026-11-20'},
    {number: 8, open: true},
    {number: 7, open: false},
  ];
  const dashboard = toDashboard({toolkit: toolkitWith(FILES), today: TODAY, feedback: [], proposals});
  expect(rowsOf('proposals', ({title, days, command}) => [title, days, command], dashboard)).toEqual([
    ['Number 8', undefined, 'npm run new -- case-study --from-issue issue.json'],
    ['Number 9', 4, 'npm run new -- case-study --from-issue issue.json'],
  ]);
  expect(sectionOf('proposals', dashboard).rows?.[0]?.matter).toContain('gh issue view 8 --json');
  expect(sectionOf('proposals').search).toBe(
    'https://github.com/example-org/flood/issues?q=is%3Aissue+is%3Aopen+label%3Acase-study+sort%3Acreated-asc',
  );
});

test('an email that waits to be sent is a row, in whatever forms it lies there', () => {
  const outbox = ['2026-11-02.html', '2026-11-02.txt', 'answer.eml'];
  const dashboard = toDashboard({toolkit: toolkitWith(FILES), today: TODAY, feedback: [], outbox});
  expect(rowsOf('outbox', ({title, id, days, command}) => [title, id, days, command], dashboard)).toEqual([
    [expect.any(String), 'outbox/2026-11-02.html', 22, 'npm run status -- --sent 2026-11-02'],
    ['answer.eml', 'outbox/answer.eml', undefined, 'npm run status -- --sent answer'],
  ]);
  expect(sectionOf('outbox', dashboard).about).toContain('on this computer only: git leaves it out');
});

test('a page stands in one list of reviews alone, the worst; withdrawn pages and those due later in none', () => {
  expect(rowsOf('overdue', ({id, since, days}) => [id, since, days])).toEqual([['ponds', '2026-06-01', 176]]);
  expect(rowsOf('lapsed', ({id, matter}) => [id, matter])).toEqual([
    [
      'mills',
      'Checked on 1 May 2026 (read against its sources, by the role Editor). This check is out of date: one of its sources is no longer available.',
    ],
  ]);
  expect(rowsOf('due-soon', ({group, id, matter}) => [group, id, matter])).toEqual([
    ['Warden', 'ropes', 'Due in 30 days, on 24 December 2026. Not checked since it was published.'],
  ]);
  expect(rowsOf('due-soon', ({matter}) => matter, dashboardOf(FILES, undefined, '2026-12-24'))).toContainEqual(
    expect.stringContaining('Due today, on 24 December 2026.'),
  );
});

test('a link stands in the list of what became of it: dead, moved or never checked; one that begins to fail waits for nobody', () => {
  const found = ['dead', 'moved'].map((id) => rowsOf(id, ({group, address, days}) => [group, address, days]));
  expect(found).toEqual([[['Editor', 'https://dead.example/', 54]], [['Editor', 'https://moved.example/', undefined]]]);
  expect(sectionOf('dead').rows?.[0]?.matter).toBe(
    'It has failed in 8 checks: the page or its site no longer exists. A copy of 2 January 2026 is at `https://archive.example/1`.',
  );
  expect(rowsOf('unchecked', ({title, matter}) => [title, matter])).toEqual([['1 link', 'Never checked, in 1 file.']]);
});

test('what the baseline allows is a row for each page', () => {
  expect(rowsOf('baseline', ({id, matter}) => [id, matter])).toEqual([
    ['wells', '3 problems of `no-long-sentence`, 1 problem of `no-hard-word`.'],
  ]);
});

test('reserved values stop a release', () => {
  expect(sectionOf('release').rows?.map(({matter}) => /^`(\w+)`/.exec(matter)?.[1])).toEqual([
    'url',
    'email',
    'repository',
    'team',
    'team',
  ]);
});

test.each([
  ['proposals', bare, 'No proposals were given'],
  ['without-note', bare, 'Nothing has been published yet'],
  ['feedback', bare, 'No feedback was given'],
  [
    'dead',
    dashboardOf({'docs/case-studies/weir.md': DESK_FILES['docs/case-studies/weir.md']}),
    'No link to another site',
  ],
  ['baseline', dashboardOf({'ledgers/baseline.json': '{"docs/wells.md": 3}'}), 'cannot be read'],
])('what nobody looked at is no zero: %s', (id, dashboard, why) => {
  expect(sectionOf(id, dashboard)).toMatchObject({rows: undefined, unseen: expect.stringContaining(why)});
});

test('where there is nothing to do, each section that was looked at is empty', () => {
  const published = {
    'blog/a.md': updateExample('2026-11-02', 'index, priorities/homes'),
    'blog/_published/2026-11-02/index.md': pageExample('Start'),
    'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes'),
  };
  const dashboard = toDashboard({toolkit: toolkitWith(published), today: TODAY, feedback: [], proposals: []});
  const filled = dashboard.sections.filter(({rows}) => rows?.length !== 0).map(({id}) => id);
  expect(filled).toEqual(['release']);
});
