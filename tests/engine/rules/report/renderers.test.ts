import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import type {Problem} from '../../../../src/content/problem.ts';
import {renderGithub} from '../../../../src/rules/report/render-github.ts';
import {renderJson, toReport} from '../../../../src/rules/report/render-json.ts';
import {renderMarkdown} from '../../../../src/rules/report/render-markdown.ts';
import {renderText} from '../../../../src/rules/report/render-text.ts';
import {MAX_REPORT_BYTES, reportSchema} from '../../../../src/rules/report/report-schema.ts';

const PROBLEMS: Problem[] = [
  {
    path: 'docs/b.md',
    place: {line: 3, column: 5},
    end: {line: 3, column: 9},
    problem: 'word is `utilise`, expected `use`',
    fix: 'Write `use`.',
    ruleId: 'no-hard-word',
    severity: 'warning',
    edit: {start: 8, end: 15, text: 'use'},
  },
  {
    path: 'docs/a 100%,b.md',
    problem: 'title is `A`, expected one that no other page has',
    fix: 'Change one of the two.',
    ruleId: 'no-duplicate-title',
    severity: 'error',
    related: {path: 'docs/b.md', place: {line: 2, column: 8}},
  },
  {path: 'docs/b.md', place: {line: 1, column: 1}, problem: 'soon due', fix: 'Look.', ruleId: 'x/y', severity: 'note'},
];

const many = (n: number, severity: Problem['severity']): Problem[] =>
  Array.from({length: n}, (_, line) => ({
    ...(PROBLEMS[0] as Problem),
    place: {line: line + 1, column: 1},
    end: undefined,
    severity,
  }));

test('colours go through the painter alone', () => {
  const painted = renderText(PROBLEMS, (style, text) => `<${style}>${text}</${style}>`);
  expect(painted).toContain('docs/b.md:3:5: <warning>warning:</warning> word');
  expect(painted).toContain('<heading>Must be fixed (1)</heading>');
});

test('many problems of one rule in one file are counted after the first 20', () => {
  const text = renderText(many(120, 'warning'));
  expect(text.match(/\[no-hard-word\]/g)).toHaveLength(20);
  expect(text).toMatch(/^Please check \(120\)\n/);
  expect(text).toMatch(/\ndocs\/b\.md: no-hard-word: 100 more problems of this kind$/);
});

describe('GitHub annotations', () => {
  test('carry file, place and rule, and escape what would end them early', () => {
    expect(renderGithub(PROBLEMS).split('\n')).toEqual([
      '::error file=docs/a 100%25%2Cb.md,title=no-duplicate-title::title is `A`, expected one that no other page has%0AChange one of the two.',
      '::warning file=docs/b.md,line=3,endLine=3,col=5,endColumn=9,title=no-hard-word::word is `utilise`, expected `use`%0AWrite `use`.',
      '::notice file=docs/b.md,line=1,col=1,title=x/y::soon due%0ALook.',
    ]);
  });

  test('200 problems stay within what GitHub shows, the worst first, and the rest is counted', () => {
    const lines = renderGithub([...many(90, 'note'), ...many(70, 'warning'), ...many(40, 'error')]).split('\n');
    const commands = lines.filter((line) => line.startsWith('::'));
    for (const level of ['error', 'warning', 'notice']) {
      expect(commands.filter((line) => line.startsWith(`::${level} `))).toHaveLength(10);
    }
    expect(commands[0]).toMatch(/^::error /);
    expect(lines.at(-1)).toBe('170 more problems: see the summary of this run.');
  });

  test('a message cannot start a command of its own', () => {
    const [problem] = PROBLEMS as [Problem];
    const lines = renderGithub([{...problem, problem: 'a\n::set-output name=x::y\r\n::error::z'}]).split('\n');
    expect(lines).toHaveLength(1);
  });
});

describe('data', () => {
  const textOf = () => 'One.\nWe utilise it.\nTwo.';

  test('shows all edits of one line together, once', () => {
    const text = 'It ran 29 Sept - 22 Dec 2023.\nIt cost £5k.\n';
    const fix = (found: string, instead: string): Problem => {
      const start = text.indexOf(found);
      return {...(PROBLEMS[0] as Problem), edit: {start, end: start + found.length, text: instead}};
    };
    const problems = [fix('29 Sept', '29 September'), fix('22 Dec', '22 December'), fix('£5k', '£5,000')];
    const {problems: shown} = toReport(problems, {checked: 1, textOf: () => text});
    expect(shown.map(({before, after}) => [before, after])).toEqual([
      ['It ran 29 Sept - 22 Dec 2023.', 'It ran 29 September - 22 December 2023.'],
      [undefined, undefined],
      ['It cost £5k.', 'It cost £5,000.'],
    ]);
  });

  test('every format shows an example of several lines', () => {
    const problems: Problem[] = [{...(PROBLEMS[1] as Problem), example: 'consent:\n  basis: public-record'}];
    const report = toReport(problems, {checked: 1, textOf: () => undefined});
    expect(reportSchema.parse(report).problems[0]).toMatchObject({example: 'consent:\n  basis: public-record'});
    expect(renderText(problems)).toContain('\n    consent:\n      basis: public-record');
    expect(renderMarkdown(report)).toContain('  ```text\n  consent:\n    basis: public-record\n  ```');
    expect(renderGithub(problems)).toContain('%0Aconsent:%0A  basis: public-record');
  });

  test('hidden characters are spelled out, and long words cut', () => {
    const [problem] = PROBLEMS as [Problem];
    const hostile = {...problem, problem: `a\u202Eb\n${'x'.repeat(5000)}`, fix: 'F\u0000'};
    const odd = {...problem, path: `docs\\${'é'.repeat(500)}\u200B.md`, problem: '', fix: ' '};
    const report = toReport([hostile, odd], {checked: 1, textOf});
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.problems.find(({path}) => path === 'docs/b.md')?.problem).toMatch(/^a\[U\+202E\]b x+\.\.\.$/);
  });

  test('a report of everything stays within what is read, and counts what it leaves out', () => {
    const long = many(6000, 'error').map((problem) => ({...problem, problem: 'é'.repeat(900)}));
    const report = toReport(long, {checked: 1, textOf});
    expect(reportSchema.safeParse(report).success).toBe(true);
    expect(Buffer.byteLength(renderJson(report))).toBeLessThan(MAX_REPORT_BYTES);
    expect(report.problems.length + (report.leftOut ?? 0)).toBe(6000);
    expect(report.leftOut).toBeGreaterThan(0);
  });
});

test('Markdown lists all of it, and the words of a page stay words', () => {
  const [problem] = PROBLEMS as [Problem];
  const hostile = {
    ...problem,
    problem: 'holds <img src=x> @someone #1 [a](b) `code` **b**',
    severity: 'error' as const,
  };
  const markdown = renderMarkdown(toReport([...PROBLEMS, hostile], {checked: 2, textOf: () => undefined}));
  expect(markdown).toMatchInlineSnapshot(`
    "## Check of the pages

    ### Must be fixed (2)

    - \`docs/a-100%,b.md\`: title is \`A\`, expected one that no other page has

      Change one of the two. (\`no-duplicate-title\`)
    - \`docs/b.md:3:5\`: holds \`<img\` \`src=x>\` \`@someone\` \`#1\` \`[a](b)\` \`code\` \`**b**\`

      Write \`use\`. (\`no-hard-word\`)

    ### Please check (1)

    - \`docs/b.md:3:5\`: word is \`utilise\`, expected \`use\`

      Write \`use\`. (\`no-hard-word\`)

    ### For information (1)

    - \`docs/b.md:1:1\`: soon due

      Look. (\`x/y\`)

    Next: fix the problems under "Must be fixed". The checks run again after each change.
    "
  `);
});
