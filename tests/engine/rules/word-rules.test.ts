import {expect, test} from 'vitest';
import {parsePage} from '../../../src/content/markdown/parsed-page.ts';
import {helpForSection} from '../../../src/content/pages/page-kinds.ts';
import {loadCheckContext} from '../../../src/io/load-check-context.ts';
import {noFigureWithoutSource} from '../../../src/rules/prose/no-figure-without-source.ts';
import {noHardPage} from '../../../src/rules/prose/no-hard-page.ts';
import {noMisspelling} from '../../../src/rules/prose/no-misspelling.ts';
import {noWritingSlip} from '../../../src/rules/prose/no-writing-slip.ts';
import {requireExpansion} from '../../../src/rules/prose/require-expansion.ts';
import type {PageRule} from '../../../src/rules/rule.ts';
import {textIn} from '../support/run-command.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';
import {config, pageOf} from '../support/toolkits/sound-toolkit.ts';

const context = loadCheckContext('no folder: no words of its own', config);

function check(rule: PageRule, body: string, given = context) {
  const {kind, document} = pageOf(body);
  return {text: document.text, findings: rule.check(parsePage(kind, document), given)};
}

/** The text with every edit made. */
function fixed(rule: PageRule, body: string): string {
  const {text, findings} = check(rule, body);
  const edits = findings.flatMap(({edit}) => edit ?? []).sort((a, b) => b.start - a.start);
  return edits.reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}

test("the manual, the form and the fix name the words for a cost that is the service's own figure, which the rule accepts", () => {
  const problems = (cost: string) => check(noFigureWithoutSource, `## What it cost\n\n${cost}`).findings;
  const [{fix = ''} = {}] = problems('Setting up cost £300.');
  const [, words = ''] = /or write "(.+)" next to it/.exec(fix) ?? [];
  expect(problems(`Setting up cost £300, ${words}.`)).toEqual([]);
  expect(
    problems(`${words.replace("'", '’').replace(' ', '\n')}, it cost:\n\n- £300 to set up\n- £200 a year`),
  ).toEqual([]);
  expect(helpForSection('What it cost').help).toContain(`“${words}”`);
  const manual = textIn(ROOT, 'manual/contribute/propose-a-case-study.md');
  expect(manual).toContain(`"${words}"`);
});

test('a misspelling says what may have been meant, at its place', () => {
  const [finding] = check(noMisspelling, 'See the\n*comittee*.').findings;
  expect(finding).toMatchObject({
    place: {line: 9, column: 2},
    problem: '`comittee` is not in the dictionary, expected `committee`',
    fix: 'Write `committee`. If the spelling is right, add it to `words.txt`.',
  });
});

test('front matter is read too, and a word of the own list passes', () => {
  const page = '---\ntitle: The eagre comes\ndescription: An eagre.\n---\n\nWords.\n';
  expect(check(noMisspelling, page).findings.map(({place}) => place)).toMatchObject([
    {line: 2, column: 12},
    {line: 3, column: 17},
  ]);
  expect(check(noMisspelling, page, {...context, words: ['eagre']}).findings).toEqual([]);
});

test('of many misspellings on a page few are given suggestions, as searching for them is slow', () => {
  const nouns = ['boat', 'river', 'pump', 'house', 'bridge', 'flood', 'street', 'garden', 'window', 'village'];
  const words = ['q', 'x', 'z', 'k'].flatMap((end) => nouns.map((noun) => noun + end));
  const {findings} = check(noMisspelling, words.join(' '));
  expect(findings).toHaveLength(40);
  expect(findings.filter(({problem}) => problem.includes('a word in the dictionary'))).toHaveLength(30);
});

test('a doubled word is taken out, across lines as well', () => {
  expect(fixed(noWritingSlip, 'Walk the the bank.')).toContain('Walk the bank.');
  expect(fixed(noWritingSlip, 'Walk the\nthe bank.')).toContain('Walk the bank.');
  expect(fixed(noWritingSlip, 'Walk *the the* bank.')).toContain('Walk *the* bank.');
});

test('an abbreviation that the configuration lists needs no full words', () => {
  const given = {...context, config: {...context.config, abbreviations: ['PFG']}};
  expect(check(requireExpansion, 'The PFG meets.').findings).toHaveLength(1);
  expect(check(requireExpansion, 'The PFG meets.', given).findings).toEqual([]);
});

test('a hard page names its grade and its longest sentences', () => {
  const long = 'Organisational responsibilities necessitate comprehensive documentation, '.repeat(3);
  const [finding] = check(noHardPage, Array.from({length: 8}, () => `${long}always.`).join('\n\n')).findings;
  expect(finding?.problem).toMatch(/^page has reading level \d+\.\d, expected at most 10$/);
  expect(finding?.fix).toMatch(/The longest sentences begin on lines 8 and 10\.$/);
  expect(finding?.related?.place?.line).toBe(8);
});
