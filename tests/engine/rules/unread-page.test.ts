import {expect, test} from 'vitest';
import {chartExample} from '../../../src/rules/examples/chart-example.ts';
import {noteExample, pageExample} from '../../../src/rules/examples/example-files.ts';
import {checkModel, isToBeChecked} from '../../../src/rules/rule-set.ts';
import {EXAMPLE_DAY, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

const BORES = pageExample(
  'Bores',
  'redirect_from: [/toolkit/waves/]\n',
  'The eagre comes up the Trent.\n\n::chart{id="river-levels"}',
);

/** A page that others name, list, lean on and once knew elsewhere. */
const AROUND = {
  'docs/reference/data/river-levels.json': chartExample(),
  'words.txt': 'Trent\neagre\n',
  'navigation.json': '{"sidebars": {"toolkit": ["index", "priorities/homes", "priorities/bores"]}}',
  'blog/_published/2026-11-02/index.md': pageExample('Start'),
  'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes'),
  'blog/_published/2026-11-02/waves.md': pageExample('Waves'),
  'blog/_pending/bores.md': noteExample(
    'pages: [priorities/bores]\ncovers: [title is now Bores, section added Highest level of the river]\n',
  ),
};

const PATH = 'docs/priorities/bores.md';

test('the page can be read, and nothing is wrong with what is around it', () => {
  const problems = checkModel(toolkitWith({...AROUND, [PATH]: BORES}), EXAMPLE_DAY);
  expect(problems.filter(({severity}) => severity === 'error')).toEqual([]);
});

test.each([
  {is: 'too large', file: BORES + 'The council said so. '.repeat(50_000)},
  {is: 'empty', file: ''},
  {is: 'no text', file: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0])},
  {is: 'a link', file: {reason: 'link'} as const},
  {is: 'forbidden', file: {reason: 'forbidden'} as const},
])('a page that is $is has one problem, also for everything that depends on it', ({file}) => {
  const toolkit = toolkitWith({...AROUND, [PATH]: file});
  const problems = checkModel(toolkit, EXAMPLE_DAY).filter(({severity}) => severity === 'error');
  expect(problems.map(({path}) => path)).toEqual([PATH]);
  expect(problems[0]?.ruleId).toMatch(/^no-(?:unreadable-file|symbolic-link)$/);
});

test('no rule is given a word of a page that is too large, in an edition neither', () => {
  const large = BORES + 'The council said so. '.repeat(50_000);
  const path = 'versioned_docs/version-2025-10/bores.md';
  const {documents} = toolkitWith({[PATH]: large, [path]: large});
  const unread = documents.filter(({document}) => [PATH, path].includes(document.path));
  expect(unread.map(({document}) => document.text)).toEqual(['', '']);
  expect(unread.some(isToBeChecked)).toBe(false);
});
