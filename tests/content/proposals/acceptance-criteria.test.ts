import {expect, test} from 'vitest';
import {judgeCriteria} from '../../../src/content/proposals/acceptance-criteria.ts';
import {readDocument} from '../../../src/store/document.ts';
import {config} from '../../support/sound-toolkit.ts';

const STANDING = {config, checked: '2026-11-20', isLicensed: true, known: []};
const asked = (question: string, ...rules: string[]) => [{question, rules, byEditor: true}];
const pageOf = (frontMatter: string, body = '') =>
  readDocument('docs/case-studies/a.md', `---\n${frontMatter}\n---\n\n${body}`).document;

test('an outcome that breaks its schema names no source, though the rule of sources finds nothing', () => {
  const document = pageOf("outcomes: [{figure: '240', what: people, year: things, source: '2024;Havenmoor'}]");
  const problem = {
    severity: 'error' as const,
    ruleId: 'no-invalid-front-matter',
    problem: '`outcomes`, item 1, `source` holds `2024;Havenmoor`, expected a full web address',
    fix: 'Change it.',
    isStyle: false,
  };
  const question = asked('Does each outcome name one of these sources?', 'no-unknown-source');
  expect(judgeCriteria(question, document, [problem], STANDING)).toMatchObject([
    {met: false, why: expect.stringContaining('The check: ')},
  ]);
  expect(judgeCriteria(question, document, [], STANDING)).toMatchObject([{met: true}]);
  const other = {...problem, problem: '`title` is missing'};
  expect(judgeCriteria(question, document, [other], STANDING)).toMatchObject([{met: true}]);
});

test('what could explain a rise is asked beside the sentence that tells of the rise', () => {
  const shownIn = (body: string) =>
    judgeCriteria(
      asked('Does it say what else could explain a rise?'),
      pageOf('title: A', `## What happened\n\n${body}\n\n## What they learned\n\nUse grew by a tenth.\n`),
      [],
      STANDING,
    )[0]?.shown;
  expect(shownIn('In 2023, 240 people came.\n\n- Loans fell.\n- Visits rose by 12%. The bus stop moved.')).toBe(
    'Visits rose by 12%.',
  );
  expect(shownIn('In 2023, 240 people came. Loans fell.')).toBe('In 2023, 240 people came.');
});
