import {expect, test} from 'vitest';
import {caseStudyExample} from '../../../src/checks/examples/example-files.ts';
import {renderText} from '../../../src/checks/report/render-text.ts';
import {EXAMPLE_DAY} from '../../../src/checks/rule.ts';
import {checkModel} from '../../../src/checks/rule-set.ts';
import {page, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

const FILE = 'docs/priorities/homes.md';

function reportOf(text: string): string {
  return renderText(checkModel(toolkitWith({[FILE]: text}), EXAMPLE_DAY));
}

test.each([
  {
    name: 'an unknown key names the nearest valid one',
    text: page('Homes').replace('owner:', 'ownr:'),
    expected: `${FILE}:4:1: error: unknown key \`ownr\`, expected \`title\`, \`description\`, \`priorities\`, \`approaches\`, \`owner\`, \`review_every\`, \`reviewed\`, \`key_figures\`, \`sources\`, \`redirect_from\`, \`former_headings\`, \`translation\` or \`withdrawn\` [no-invalid-front-matter]
  fix: Write \`owner\`, the nearest match, or remove the line.`,
  },
  {
    name: 'a key of Docusaurus that could run code',
    text: page('Homes', 'mdx: {format: mdx}\n'),
    expected: `${FILE}:6:1: error: unknown key \`mdx\`, expected`,
  },
  {
    name: 'a wrong type',
    text: page('Homes', 'priorities: homes\n'),
    expected: `${FILE}:6:13: error: \`priorities\` holds \`homes\`, expected a list, each entry on a line that begins \`- \` [no-invalid-front-matter]
  fix: Change \`priorities\`: the priorities it is about.
    priorities:
      - homes`,
  },
  {
    name: 'a number where text belongs',
    text: page('2017'),
    expected: `${FILE}:2:8: error: \`title\` holds \`2017\`, expected text [no-invalid-front-matter]
  fix: Put the value in quotes: \`"2017"\`.`,
  },
  {
    name: 'an id that is not in the vocabulary',
    text: page('Homes', 'priorities: [home]\n'),
    expected: `${FILE}:6:14: error: \`priorities\`, item 1 holds \`home\`, expected \`homes\` [no-invalid-front-matter]
  fix: Write \`homes\`, the nearest match.`,
  },
  {
    name: 'an impossible date',
    text: page('Homes', 'withdrawn:\n  on: 2026-02-30\n  why: The law it explained was repealed.\n'),
    expected: `${FILE}:7:7: error: \`withdrawn\`, \`on\` holds \`2026-02-30\`, expected a day that exists, written \`2026-11-24\``,
  },
  {
    name: 'a missing key stands at its parent',
    text: page('Homes', 'sources:\n  - title: Minutes\n    url: https://a.example\n'),
    expected: `${FILE}:7:5: error: \`sources\`, item 1, \`publisher\` is missing, expected text [no-invalid-front-matter]
  fix: Add \`sources\`, item 1, \`publisher\`: the organisation that published it.`,
  },
  {
    name: 'an unknown key two levels down',
    text: page(
      'Homes',
      'sources:\n  - title: Minutes\n    publisher: A\n    urls: https://a.example\n    url: https://a.example\n',
    ),
    expected: `${FILE}:9:5: error: unknown key \`sources\`, item 1, \`urls\`, expected \`title\`, \`publisher\`, \`year\` or \`url\``,
  },
  {
    name: 'an unsafe web address',
    text: page('Homes', 'sources:\n  - {title: Minutes, publisher: A, url: "javascript:alert(1)"}\n'),
    expected: 'expected a full web address that begins `https://` or `http://`',
  },
  {
    name: 'an address that climbs out of the site',
    text: page('Homes', 'redirect_from: [/../away/]\n'),
    expected: `${FILE}:6:17: error: \`redirect_from\`, item 1 holds \`/../away/\`, expected an address that begins and ends with \`/\``,
  },
  {
    name: 'text that is too short',
    text: page('Homes').replace(/description: .*/, 'description: Too short.'),
    expected: `${FILE}:3:14: error: \`description\` has 10 characters, expected at least 40 characters`,
  },
  {
    name: 'broken YAML',
    text: page('Homes: and more'),
    expected: `${FILE}:2:8: error: value of \`title\` contains \`: \`, which starts a new key`,
  },
  {
    name: 'an alias, which could grow without bound',
    text: page('Homes', 'sources: &a []\npriorities: *a\n'),
    expected: `${FILE}:7:13: error: value \`*a\` is an alias, expected the value itself`,
  },
  {
    name: 'no front matter',
    text: 'Words alone.\n',
    expected: `${FILE}: error: no front matter found, expected \`---\`, lines of \`key: value\`, and \`---\` at the top of the file`,
  },
])('$name', ({text, expected}) => {
  expect(reportOf(text)).toContain(expected);
});

test.each(['{basis: organisation}', '{basis: organisation, role: Head of service, on: soon}', '{basis: us}'])(
  'the consent %s is one problem, with one piece of advice',
  (consent) => {
    const text = caseStudyExample(`consent: ${consent}\n`);
    const problems = checkModel(toolkitWith({'docs/case-studies/weir.md': text}), EXAMPLE_DAY);
    expect(problems.filter(({ruleId}) => ruleId === 'no-invalid-front-matter')).toMatchObject([
      {problem: expect.stringMatching(/^`consent`/), fix: expect.stringMatching(/^Write `consent` as in the example/)},
    ]);
  },
);

test('all problems of a file are reported, in the order of their lines', () => {
  const report = reportOf(
    page('Ho', 'priorities: [home]\nredirect_from: [old]\n').replace('owner: editor', 'owner: nobody'),
  );
  expect(report.match(/^\S+:(\d+):/gm)?.map((line) => line.split(':')[1])).toEqual(['2', '4', '6', '7']);
});
