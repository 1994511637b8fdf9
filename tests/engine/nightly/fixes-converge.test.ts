import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {isScalar, parseDocument, visit} from 'yaml';
import {applyEdits} from '../../../src/content/markdown/edit/apply-edits.ts';
import type {Problem, TextEdit} from '../../../src/content/problem.ts';
import {loadCheckContext} from '../../../src/io/load-check-context.ts';
import {readDocument} from '../../../src/io/yaml/document.ts';
import {checkModel, checkPages, PAGE_RULES, TOOLKIT_RULES} from '../../../src/rules/rule-set.ts';
import {offsetAt} from '../../../src/rules/text/text-runs.ts';
import {textIn} from '../support/run-command.ts';
import {config, EXAMPLE_DAY, pageOf, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

const context = loadCheckContext('no folder: no words of its own', config);
const FIXTURES = path.join(import.meta.dirname, '..', 'fixtures', 'pasted-page');

/** The problems of one file: its model, its text and its structure. */
async function problemsOf(file: string, text: string): Promise<Problem[]> {
  const model = checkModel(toolkitWith({[file]: text}), EXAMPLE_DAY).filter((problem) => problem.path === file);
  const kind = file.startsWith('docs/case-studies/') ? 'case-study' : file.startsWith('blog/') ? 'update' : 'page';
  const entry = {kind, ...readDocument(file, text)} as const;
  if (kind === 'update') return model;
  return [...model, ...(await checkPages([entry], context))];
}

/** The edit that a reader of a problem would make if they did exactly what it says; `undefined` if it needs a decision. */
function literalEdit(text: string, problem: Problem): TextEdit | undefined {
  const {edit, place, end, fix, example, ruleId} = problem;
  if (edit) return edit;
  if (!place) return undefined;
  const start = offsetAt(text, place);
  if (/^\w+:/.test(example ?? '')) return keyEdit(text, problem);
  if (example !== undefined && end && ruleId === 'no-pasted-layout' && problem.severity === 'error') {
    return {start, end: offsetAt(text, end), text: example};
  }
  const [, literal] = /^Write `([^`]+)`(?:\.|, )/.exec(fix) ?? [];
  // The linter and the reader of YAML write in general of `[text](address)` and `key: value`.
  if (literal === undefined || ruleId.includes('/') || literal === 'key: value') return undefined;
  if (end) return {start, end: offsetAt(text, end), text: literal};
  const value = valueAt(text, start);
  return value && {...value, text: literal};
}

/** The value of front matter that begins at an offset. */
function valueAt(text: string, offset: number): {start: number; end: number} | undefined {
  const front = /^---\n[\s\S]*?\n---/.exec(text)?.[0] ?? '';
  const skip = '---\n'.length;
  let found: {start: number; end: number} | undefined;
  visit(parseDocument(front.slice(skip, -3)), (key, node) => {
    if (key === 'key' || !isScalar(node) || node.range?.[0] !== offset - skip) return;
    found = {start: node.range[0] + skip, end: node.range[1] + skip};
  });
  return found;
}

/** Replaces a whole key of front matter by the example, or adds it before the closing fence. */
function keyEdit(text: string, {example = ''}: Problem): TextEdit | undefined {
  const [, front = ''] = /^---\n([\s\S]*?\n)---/.exec(text) ?? [];
  const [key] = example.split(':');
  const old = new RegExp(`^${key}:.*\n(?:[ -].*\n)*`, 'm').exec(front);
  const start = 4 + (old?.index ?? front.length);
  return front === '' ? undefined : {start, end: start + (old?.[0].length ?? 0), text: `${example}\n`};
}

/** The text after everything was done that its report says. */
function followed(text: string, problems: readonly Problem[]): string {
  return applyEdits(
    text,
    problems.flatMap((problem) => literalEdit(text, problem) ?? []),
  );
}

const EXAMPLES = [
  ...PAGE_RULES.flatMap(([rule]) => rule.bad.map((body) => ({id: rule.id, ...pageOf(body).document}))),
  ...TOOLKIT_RULES.flatMap(([rule]) =>
    rule.bad.flatMap((files) =>
      Object.entries(files).flatMap(([file, text]) =>
        /^(docs|handbook|blog)\/.*\.md$/.test(file) && typeof text === 'string'
          ? [{id: rule.id, path: file, text}]
          : [],
      ),
    ),
  ),
  ...['Wakefield Dementia Friendly Library.md', 'word-dash.md'].map((name) => ({
    id: 'pasted page',
    path: `docs/case-studies/${name}`,
    text: textIn(FIXTURES, name),
  })),
];

describe('doing what a report says leaves nothing to do after one more round', () => {
  test.each(EXAMPLES)('$id', async ({path: file, text}) => {
    const before = await problemsOf(file, text);
    const once = followed(text, before);
    const after = once === text ? before : await problemsOf(file, once);
    const twice = followed(once, after);
    if (twice !== once) expect(followed(twice, await problemsOf(file, twice))).toBe(twice);

    // Nothing on a page is checked before its front matter can be read.
    if (readDocument(file, text).document.frontMatter === undefined) return;
    // An example cannot name a page or an update that exists.
    const known = new Set(['no-unknown-name', ...before.map(({ruleId}) => ruleId)]);
    expect(after.filter(({ruleId, severity}) => severity === 'error' && !known.has(ruleId))).toEqual([]);
  });
});
