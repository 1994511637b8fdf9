import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import GithubSlugger from 'github-slugger';
import {expect, test} from 'vitest';
import {parseCommand} from '../../../../scripts/cli/parse-command.ts';
import type {Dashboard} from '../../../../scripts/status/dashboard.ts';
import {judgeEditorPage} from '../../support/browser/check-editor-page.ts';
import {startGitHub} from '../../support/network/github-stand-in.ts';
import {folderWith, type Outcome, runCommand} from '../../support/run-command.ts';
import {
  FULL_DASHBOARD as FULL,
  HOSTILE_DASHBOARD as HOSTILE,
  ISSUES,
  TURNED,
} from '../../support/toolkits/dashboard-toolkit.ts';
import {soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const SOUND = soundFiles();

const TURNED_RE = new RegExp(`.{0,300}${TURNED}`, 'g');

interface LaidOut extends Outcome {
  html: string;
}

async function dashboard(files: Readonly<Record<string, string>>, ...options: string[]): Promise<LaidOut> {
  const folder = folderWith(files);
  const outcome = await runCommand(['status', ...options], folder);
  const file = path.join(folder, '.tmp/dashboard.html');
  return {...outcome, html: existsSync(file) ? readFileSync(file, 'utf8') : ''};
}

const WITH_FEEDBACK = ['--feedback', 'issues.json'];

const dataOf = async (files: Readonly<Record<string, string>>, ...options: string[]): Promise<Dashboard> =>
  JSON.parse((await dashboard(files, '--format', 'json', ...options)).stdout);

test('it writes one page, says in one line what waits, and ends with 0', async () => {
  const {code, stdout, stderr, html} = await dashboard(FULL);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(stdout).toMatch(
    /^wrote \.tmp\/dashboard\.html: changes without a note: 2, notes that wait: 3, .+, not looked at: 2\n2 files cannot be read, and what they say is missing here: run `npm run check` first\.\n {2}blog\/_pending\/broken\.md\n {2}docs\/broken\.md\n$/,
  );
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('<h1 id="the-editors-dashboard">The editors’ dashboard</h1>');
});

test.each([
  ['everything at once', FULL],
  ['hostile words', HOSTILE],
  ['an empty toolkit', SOUND],
])('every number leads to as many rows: %s', async (_name, files) => {
  const {html} = await dashboard(files, ...(files === SOUND ? [] : WITH_FEEDBACK));
  const $ = load(html);
  const numbers = $('.numbers > li').toArray();
  expect(numbers).toHaveLength(14);
  for (const item of numbers) {
    const number = $(item).find('strong').text();
    const target = $(item).find('a').attr('href');
    const rows = target === undefined ? 0 : $(target).nextUntil('h2').filter('ul').children('li').length;
    expect([target, rows]).toEqual([number === '0' ? undefined : target, number === '?' ? 0 : Number(number)]);
  }
});

/** The words of a line as a shell would take them. */
function shellWords(line: string): string[] {
  return [...line.matchAll(/(?:[^\s']|'[^']*'|\\')+/g)].map(([word]) =>
    word.replace(/'([^']*)'|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? ''),
  );
}

test('every row has a command that the toolkit knows', async () => {
  for (const files of [FULL, HOSTILE]) {
    const {sections} = await dataOf(files, ...WITH_FEEDBACK);
    const commands = sections.flatMap(({rows}) => rows ?? []).map(({command}) => command);
    expect(commands.length).toBeGreaterThan(20);
    for (const command of commands) {
      const [npm, run, name = '', dashes, ...words] = shellWords(command);
      expect([npm, run]).toEqual(['npm', 'run']);
      expect([undefined, '--']).toContain(dashes);
      expect(parseCommand([name, ...words])?.name).toBe(name);
    }
  }
});

test.each([
  ['an empty toolkit', SOUND],
  ['everything at once', FULL],
  ['hostile words', HOSTILE],
])(
  'the page of %s is valid HTML, its headings are in order, and nothing in it runs or is loaded',
  async (_name, files) => {
    const {html} = await dashboard(files, ...(files === SOUND ? [] : WITH_FEEDBACK));
    expect(await judgeEditorPage(html)).toEqual([]);
  },
);

test('words of others are isolated, so that letters which turn the direction turn no more than themselves', async () => {
  const {html} = await dashboard(HOSTILE);
  for (const [before] of html.matchAll(TURNED_RE)) {
    expect(before.lastIndexOf('<bdi')).toBeGreaterThan(before.lastIndexOf('</bdi>'));
  }
  expect(html).toContain('<bdi>Ponds &#x3C;script>alert(1)&#x3C;/script>');
});

test('the same stands in the Markdown, in words; hostile ones stay words', async () => {
  const {stdout, stderr, code} = await dashboard(FULL, '--format', 'markdown', ...WITH_FEEDBACK);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^changes without a note: 2, /);
  expect(stdout).toMatchSnapshot();
  const hostile = await dashboard(HOSTILE, '--format', 'markdown', ...WITH_FEEDBACK);
  const outsideCode = hostile.stdout.replace(/(`+)[^`][\s\S]*?\1/g, '');
  expect(outsideCode).not.toMatch(/<(script|b|i)\b|@everyone|\]\(javascript/);
});

test('without feedback nobody looked at it, and no zero is told', async () => {
  const {html} = await dashboard(FULL);
  expect(load(html)('.numbers').text()).toContain('? Feedback by page: not looked at');
  expect(html).toContain('No feedback was given.');
  const {sections} = await dataOf(FULL);
  expect(sections.find(({id}) => id === 'feedback')).not.toHaveProperty('rows');
});

test('in the Markdown each number leads to the heading of its rows', async () => {
  const {stdout} = await dashboard(FULL, '--format', 'markdown');
  const links = [...stdout.matchAll(/^- \[\*\*(?:\d+|\?)\*\* (.+?)(?:: not looked at)?\]\(#([^)]+)\)$/gm)];
  expect(links.length).toBeGreaterThan(8);
  const slugger = new GithubSlugger();
  const anchors = [...stdout.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugger.slug(heading));
  for (const [, title = '', anchor] of links) {
    expect(stdout).toContain(`\n## ${title}\n`);
    expect(anchors).toContain(anchor);
  }
});

test('an email that was sent is taken out of the outbox, and no other', async () => {
  const mails = {'outbox/2026-11-02.txt': 'x', 'outbox/2026-11-02.html': 'x', 'outbox/2026-11-02.2.txt': 'x'};
  const folder = folderWith({...SOUND, ...mails});
  const {code, stdout} = await runCommand(['status', '--sent', '2026-11-02'], folder);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^removed outbox\/2026-11-02\.html\nremoved outbox\/2026-11-02\.txt\nwrote .+emails that wait to be sent: 1/,
  );
  expect(readdirSync(path.join(folder, 'outbox'))).toEqual(['2026-11-02.2.txt']);
  expect(await runCommand(['status', '--sent', '../docs/index'], folder)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('expected an email that waits in `outbox`: `2026-11-02.2`'),
  });
});

test('issues that are no feedback are left out, and counted', async () => {
  const [first = {}, ...others] = ISSUES;
  const files = {...FULL, 'issues.json': JSON.stringify([{...first, labels: [{name: 'case-study'}]}, ...others])};
  const {sections} = await dataOf(files, ...WITH_FEEDBACK);
  const feedback = sections.find(({id}) => id === 'feedback');
  expect(feedback?.rows).toHaveLength(3);
  expect(feedback?.unseen).toContain('1 issue of the list does not have the label `feedback`, and is not included.');
});

test('`--live` asks GitHub, and gives the same as an export', async () => {
  const folder = folderWith(FULL);
  const github = await startGitHub('example-org/flood');
  for (const {number, title, body, state, createdAt} of ISSUES) {
    const isOpen = state === 'OPEN';
    github.issues.push({number, title, body, createdAt, state: isOpen ? 'open' : 'closed', labels: ['feedback']});
  }
  const offer = {title: 'Case study: A ford', body: null, state: 'open', createdAt: '2026-11-22T10:00:00Z'} as const;
  github.issues.push({...offer, number: 30, labels: ['case-study']});
  const live = await runCommand(['status', '--live', '--format', 'json'], folder, {env: github.env});
  expect(live.code).toBe(0);
  const exported = await dataOf(FULL, ...WITH_FEEDBACK);
  const others = (laid: Dashboard) => laid.sections.filter(({id}) => id !== 'proposals');
  const dashboard = JSON.parse(live.stdout) as Dashboard;
  expect(others(dashboard)).toEqual(others(exported));
  const offered = dashboard.sections.find(({id}) => id === 'proposals')?.rows;
  expect(offered?.map(({title, since}) => [title, since])).toEqual([['Number 30', '2026-11-22']]);
  expect(github.log.every((request) => request.startsWith('GET '))).toBe(true);
});

test.each([
  {options: ['--live'], message: '`GITHUB_TOKEN` is not set'},
  {options: ['--feedback', 'nowhere.json'], message: '`nowhere.json` is not there, expected a file'},
  {options: ['--feedback', 'docs/index.md'], message: '`docs/index.md` cannot be read as JSON'},
  {options: ['--format', 'htm'], message: 'option `--format` is `htm`'},
  {options: ['--out', 'docs/index.md'], message: 'expected the name of an HTML file'},
  {options: ['--feedback', 'issues.json', '--live'], message: 'expected one of them'},
])('says what is wrong with $options', async ({options, message}) => {
  const {code, stdout, stderr} = await runCommand(['status', ...options], folderWith(FULL), {env: {}});
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/\n {2}fix: \w/);
});

test('a report of another kind is not written over', async () => {
  const folder = folderWith(FULL);
  await runCommand(['review', '--out', 'r.html'], folder);
  expect(await runCommand(['status', '--out', 'r.html'], folder)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('`r.html` exists and is not a report'),
  });
  for (const _ of [1, 2]) expect((await runCommand(['status'], folder)).code).toBe(0);
});

test('the same files give the same bytes', async () => {
  expect((await dashboard(FULL)).html).toBe((await dashboard(FULL)).html);
});
