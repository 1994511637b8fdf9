import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, inject, test} from 'vitest';
import {runToolkit} from '../../scripts/toolkit.ts';
import {proposalIssueUrl} from '../../src/content/feedback-link.ts';
import {loadConfig} from '../../src/store/load-toolkit.ts';
import {FLOOD} from '../support/build-sites.ts';
import {build} from '../support/build-toolkit.ts';
import {builtPage} from '../support/built-page.ts';
import {copyToolkit, ROOT} from '../support/copy-toolkit.ts';
import {labelledEvent} from '../support/labelled-event.ts';
import {soundAnswers} from '../support/proposal.ts';

const open = (site: string, address: string) => {
  const file = `${address}index.html`;
  return builtPage(file, readFileSync(path.join(site, file), 'utf8')).$;
};
const words = (text: string) => text.replace(/\s+/g, ' ');

test('the page of proposals says so where none is on record', () => {
  const $ = open(inject('sites').toolkit, 'contribute/proposals/');
  expect($('main').text()).toContain('No proposal is on record yet.');
  expect($('main a[href="/contribute/propose-a-case-study/"]').length).toBeGreaterThan(0);
  expect($(`main a[href="${proposalIssueUrl(loadConfig(ROOT))}"]`).length).toBe(1);
});

test('each proposal has its stage, the days it waits, what happens next, and its criteria with what shows them', () => {
  const $ = open(inject('sites').flood, 'contribute/proposals/');
  const [waiting, done] = $('.entry-list > li').toArray();
  expect(words($(waiting).text())).toMatch(
    /^Stonebridge phone tree ?Complete since 12 November 2026, waiting for \d+ days/,
  );
  expect(words($(waiting).text())).toContain('Next: A second person reads it beside its sources');
  expect($(waiting).find('summary').text()).toContain('1 of 2 criteria met');
  expect($(waiting).find('blockquote').text()).toBe(
    'It cost four evenings, & <b>nothing</b> else: {1 + 1} "x" `y` $(z).',
  );
  expect(words($(done).text())).toContain('Published since 2 November 2026');
  expect($(done).find('h2 a').attr('href')).toBe('/flood/toolkit/case-studies/lower-ford-pumps/');
  expect($(done).find('details').length).toBe(0);
});

/** Hostile answers that the check lets through: what else is hostile never gets as far as a page. */
const HOSTILE = [
  'HTML that would run',
  'expressions and imports of MDX',
  'what a shell would run',
  'headings that look like sections',
  'headings that look like fields',
  'directives',
  'nested fences',
  'entities',
];

test('what was typed into the form is what the built page shows, and nothing runs', async () => {
  const folder = copyToolkit('flood proposal', {contentFrom: FLOOD});
  const config = loadConfig(folder);
  const cases = JSON.parse(readFileSync(path.join(ROOT, 'tests/fixtures/proposals/hostile.json'), 'utf8')) as {
    name: string;
    text: string;
  }[];
  const typed = cases.filter(({name}) => HOSTILE.includes(name)).map(({text}) => text);
  expect(typed).toHaveLength(HOSTILE.length);
  const title = 'Anytown: "quotes" & {braces} <b>$(rm)</b> `x` \u{1F469}';
  const filled = {...soundAnswers(config), 'study-title': title, why: typed.join('\n\n')};
  writeFileSync(path.join(folder, 'event.json'), JSON.stringify(labelledEvent(config, filled)));
  const silent = {write: () => undefined};
  const io = {cwd: folder, today: '2026-11-24', stdout: silent, stderr: silent};
  expect(await runToolkit(['new', 'case-study', '--from-issue', 'event.json'], io)).toBe(0);
  writeFileSync(path.join(folder, 'package.json'), '{"scripts": {"build": "docusaurus build"}}\n');
  const site = await build(folder);
  const $ = open(site, 'toolkit/case-studies/anytown-quotes-and-braces-b-rm-b-x/');
  expect($('h1').text()).toBe(title);
  const shown = $('.prose').text().replace(/\s+/g, '');
  for (const literal of [
    '<script>alert(1)</script>',
    "import x from './x.js'",
    '{alert(1)} and $',
    '$(rm -rf /)',
    '::chart{id="visits"}',
    ':::note',
    ':name[label]{a=b}',
    '# Top {#custom}'.slice(2),
    '<script> &lt;',
  ]) {
    expect(shown).toContain(literal.replace(/\s+/g, ''));
  }
  expect($('.prose').find('script, img, iframe, b, [onclick], [onerror]').length).toBe(0);
  expect(
    $('.prose > h2, .prose h2')
      .toArray()
      .map((heading) => words($(heading).text()).trim()),
  ).toEqual(expect.arrayContaining(['Why', 'What they did', 'What it cost', 'What happened', 'What they learned']));
});
