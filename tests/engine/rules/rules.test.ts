import {readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {parsePage} from '../../../src/content/markdown/parsed-page.ts';
import {loadCheckContext} from '../../../src/io/load-check-context.ts';
import {checkModel, PAGE_RULES, TOOLKIT_RULES} from '../../../src/rules/rule-set.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';
import {config, EXAMPLE_DAY, pageOf, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

const context = loadCheckContext('no folder: no words of its own', config);

test('the sound toolkit has no problem', () => {
  expect(checkModel(toolkitWith(), EXAMPLE_DAY)).toEqual([]);
});

test('every rule file is in the rule set under its own name', () => {
  const groups = ['model', 'prose', 'public-record', 'safety', 'structure'];
  const names = groups.flatMap((group) => readdirSync(path.join(ROOT, 'src/rules', group)));
  const code = [...TOOLKIT_RULES, ...PAGE_RULES].map(([rule]) => `${rule.id}.ts`).sort();
  expect(names.filter((name) => !name.endsWith('.json')).sort()).toEqual(code);
  const texts = names.filter((name) => name.endsWith('.json'));
  expect(code).toEqual(expect.arrayContaining(texts.map((name) => name.replace('.json', '.ts'))));
});

/** What every finding owes its reader. */
function expectHelpful({problem, fix}: {problem: string; fix: string}) {
  expect(problem).toMatch(/expected/);
  expect(fix).toMatch(/^[A-Z]\w+ .*[.?]$/);
}

describe.each(TOOLKIT_RULES.map(([rule]) => rule))('$id', (rule) => {
  test('has three examples of each kind', () => {
    expect(rule.good.length).toBeGreaterThanOrEqual(3);
    expect(rule.bad.length).toBeGreaterThanOrEqual(3);
  });

  test.each(rule.bad.map((files, index) => ({files, index})))('finds bad example $index', ({files}) => {
    const findings = rule.check(toolkitWith(files), EXAMPLE_DAY);
    expect(findings).not.toEqual([]);
    for (const finding of findings) {
      expect(Object.keys(files)).toContain(finding.path);
      expectHelpful(finding);
    }
  });

  test.each(rule.good.map((files, index) => ({files, index})))('passes good example $index', ({files}) => {
    expect(rule.check(toolkitWith(files), EXAMPLE_DAY)).toEqual([]);
  });
});

describe.each(PAGE_RULES.map(([rule]) => rule))('$id', (rule) => {
  const check = (body: string) => {
    const {kind, document} = pageOf(body);
    return rule.check(parsePage(kind, document), context);
  };

  test('has three examples of each kind', () => {
    expect(rule.good.length).toBeGreaterThanOrEqual(3);
    expect(rule.bad.length).toBeGreaterThanOrEqual(3);
  });

  test.each(rule.bad)('finds %j', (body) => {
    const findings = check(body);
    expect(findings).not.toEqual([]);
    for (const finding of findings) expectHelpful(finding);
  });

  test.each(rule.good)('passes %j', (body) => {
    expect(check(body)).toEqual([]);
  });
});
