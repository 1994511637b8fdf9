import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import type {z} from 'zod';
import {checkFrontMatter} from '../../../../src/content/front-matter/check-front-matter.ts';
import {caseStudySchema} from '../../../../src/content/schemas/case-study-schema.ts';
import {changeNoteSchema} from '../../../../src/content/schemas/change-note-schema.ts';
import {pageSchema} from '../../../../src/content/schemas/page-schema.ts';
import {updateSchema} from '../../../../src/content/schemas/update-schema.ts';
import {explainIssues} from '../../../../src/rules/front-matter/explain-issues.ts';
import {frontMatterExample} from '../../../../src/rules/front-matter/front-matter-example.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

const SCHEMAS: Readonly<Record<string, z.ZodObject>> = {
  'docs/a.md': pageSchema(config),
  'docs/case-studies/a.md': caseStudySchema(config),
  'blog/_pending/a.md': changeNoteSchema,
  'blog/a.md': updateSchema,
};

/** What authors write where something else is expected. */
const WRONG = [true, 0, 2013, '', 'yes', 'N/A', 'Yorkshire & Humber, London', ['x'], [2], {a: 1}, [{a: 1}], null];

const KEYS = Object.entries(SCHEMAS).flatMap(([path, schema]) =>
  Object.entries(schema.shape).map(([key, own]) => ({path, key, own: own as z.ZodType, schema})),
);

describe.each(KEYS)('$key of $path', ({path, key, own, schema}) => {
  test('has a valid example', () => {
    const {[key]: value} = parse(frontMatterExample(schema, [key]) ?? '');
    expect(own.safeParse(value).error?.issues ?? []).toEqual([]);
  });

  test.each(WRONG)(
    'a wrong value, %j, gets the name of the key, a valid example and no text of the library',
    (input) => {
      const {issues = []} = own.safeParse(input, {reportInput: true}).error ?? {};
      const inKey = issues.map((issue) => ({...issue, path: [key, ...issue.path]}));
      const found = explainIssues({document: {path, placeOf: () => undefined}, schema, issues: inKey});
      for (const {problem, fix} of found) {
        expect(problem).toContain(`\`${key}\``);
        expect(`${problem} ${fix}`).not.toMatch(/Invalid|received|undefined|\[object/);
      }
      // The fix for an unknown key is its right name, and one example is enough for several problems.
      const examples = found.flatMap(({problem, example}) => (problem.startsWith('unknown key') ? [] : [example]));
      expect(examples.length === 0 || examples[0] !== undefined).toBe(true);
      for (const example of examples.filter((text) => text !== undefined)) {
        const {[key]: value} = parse(example);
        expect(own.safeParse(value).error?.issues ?? []).toEqual([]);
      }
    },
  );
});

test.each([
  [['consent'], undefined, 'consent:\n  basis: public-record'],
  [['consent', 'role'], undefined, 'role: head of service'],
  [['period', 'to'], undefined, 'period:\n  from:\n    year: 2012\n  to:\n    year: 2024'],
  [['period'], undefined, 'period:\n  from:\n    year: 2012'],
])('an example for %j shows what is above it', (path, wanted, lines) => {
  expect(frontMatterExample(caseStudySchema(config), path, wanted)).toContain(lines);
});

test.each([
  ['Spring 2022 - Summer 2024', ['period:\n  from:\n    year: 2022\n  to:\n    year: 2024']],
  [{from: 'Spring 2022', to: 'Summer 2024'}, ['from:\n    year: 2022', 'to:\n    year: 2024']],
  [{from: {year: 2024}, to: {year: 2022}}, ['period:\n  from:\n    year: 2012']],
])('the example for the period %j never begins with the year in which it ended', (period, examples) => {
  const schema = caseStudySchema(config).pick({period: true});
  expect(findingsOf(schema, {period}).map(({example}) => example)).toEqual(
    examples.map((lines) => expect.stringContaining(lines)),
  );
});

test.each(['outcomes', 'sources'] as const)('a financial year in %s gets the year in which it ended', (key) => {
  const schema = caseStudySchema(config).pick({[key]: true} as {outcomes: true});
  const entry =
    key === 'outcomes'
      ? {figure: '4', what: 'boats', source: 'https://a.example'}
      : {title: 'A', publisher: 'B', url: 'https://a.example'};
  const findings = findingsOf(schema, {[key]: [{...entry, year: '2022/23'}]});
  expect(findings).toMatchObject([{example: expect.stringContaining('year: 2023')}]);
});

function findingsOf(schema: z.ZodObject, frontMatter: Record<string, unknown>) {
  const document = {path: '', text: '', frontMatter, placeOf: () => undefined, body: '', bodyOffset: 0};
  const {invalid} = checkFrontMatter(document, schema);
  return invalid ? explainIssues(invalid) : [];
}
