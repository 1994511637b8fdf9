import {readdirSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {checkModel, POLICY} from '../../src/content/policy.ts';
import {toolkitWith} from '../support/sound-toolkit.ts';

test('the sound toolkit has no problem', () => {
  expect(checkModel(toolkitWith())).toEqual([]);
});

test('every rule file stands in the policy under its own name', () => {
  const files = readdirSync(new URL('../../src/content/rules/', import.meta.url));
  expect(POLICY.map(([rule]) => `${rule.id}.ts`).sort()).toEqual(files.sort());
});

describe.each(POLICY.map(([rule]) => rule))('$id', (rule) => {
  test('finds its bad example', () => {
    const findings = rule.check(toolkitWith(rule.bad));
    expect(findings).not.toEqual([]);
    for (const {path, problem, fix} of findings) {
      expect(Object.keys(rule.bad)).toContain(path);
      expect(problem).toMatch(/expected/);
      expect(fix).toMatch(/^[A-Z]\w+ .*\.$/);
    }
  });

  test('passes its good example', () => {
    expect(rule.check(toolkitWith(rule.good))).toEqual([]);
  });
});
