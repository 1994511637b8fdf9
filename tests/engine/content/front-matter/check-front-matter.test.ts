import {expect, test} from 'vitest';
import {caseStudyExample} from '../../../../src/rules/examples/example-files.ts';
import {renderText} from '../../../../src/rules/report/render-text.ts';
import {checkModel} from '../../../../src/rules/rule-set.ts';
import {EXAMPLE_DAY, page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const FILE = 'docs/priorities/homes.md';

function reportOf(text: string): string {
  return renderText(checkModel(toolkitWith({[FILE]: text}), EXAMPLE_DAY));
}

test.each([
  {
    name: 'a key of Docusaurus that is another command here',
    text: page('Homes', 'slug: /houses\n'),
    expected: 'fix: Remove the key. The address follows from the name of the file: `npm run move` changes it',
  },
  {
    name: 'a key of Docusaurus that could run code',
    text: page('Homes', 'mdx: {format: mdx}\n'),
    expected: `${FILE}:6:1: error: unknown key \`mdx\`, expected`,
  },
  {
    name: 'a missing key stands at its parent',
    text: page('Homes', 'sources:\n  - title: Minutes\n    url: https://a.example\n'),
    expected: `${FILE}:7:5: error: \`sources\`, item 1, \`publisher\` is missing, expected text [no-invalid-front-matter]
  fix: Add \`sources\`, item 1, \`publisher\`: the organisation that published it.`,
  },
  {
    name: 'an address that climbs out of the site',
    text: page('Homes', 'redirect_from: [/../away/]\n'),
    expected: `${FILE}:6:17: error: \`redirect_from\`, item 1 holds \`/../away/\`, expected an address that begins and ends with \`/\``,
  },
  {
    name: 'an alias, which could grow without bound',
    text: page('Homes', 'sources: &a []\npriorities: *a\n'),
    expected: `${FILE}:7:13: error: value \`*a\` is an alias, expected the value itself`,
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

test.each([
  [
    page('Homes').replace('review_every: ', 'review_every: never or '),
    /^`review_every` holds `never or .+`, .+\. Change it there\.$/,
  ],
  [page('Homes', 'priorities: homes\n'), /^`priorities` holds `homes`\. Clear this field, and fill it in again\.$/],
  [page('Homes', 'priorities: [castles]\n'), /^`priorities`, item 1 holds `castles`\. Choose one of its options\.$/],
  [page('H'), /^`title` has 1 character, expected at least 3 characters\. Add to it\.$/],
  [page('Homes', 'mdx: {format: mdx}\n'), /^The file of this page has `mdx`, which has no field here\./],
])('in a form, a problem is about fields and speaks of no lists and keys: %#', (text, expected) => {
  const forms = checkModel(toolkitWith({[FILE]: text}), EXAMPLE_DAY).flatMap(({form}) => form ?? []);
  expect(
    forms.filter((form) => expected.test(form)),
    JSON.stringify(forms),
  ).toHaveLength(1);
});
