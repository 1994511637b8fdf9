import {expect, test} from 'vitest';
import {parsePage} from '../../../src/content/markdown/parsed-page.ts';
import type {Problem} from '../../../src/content/problem.ts';
import {applyExceptions} from '../../../src/rules/exceptions.ts';
import {pageOf} from '../support/toolkits/sound-toolkit.ts';

const RULE = 'no-long-sentence';

/** Applies the exceptions of a body to one problem on each line that holds a letter. */
function apply(body: string, ruleId = RULE, isAllowed = true) {
  const {kind, document} = pageOf(body);
  const page = parsePage(kind, document);
  const problems = document.text.split('\n').flatMap((line, index): Problem[] =>
    index >= document.bodyOffset && /^\w/.test(line)
      ? [
          {
            path: document.path,
            place: {line: index + 1, column: 1},
            problem: line,
            fix: '',
            ruleId,
            severity: 'warning',
          },
        ]
      : [],
  );
  return applyExceptions(page, problems, {ids: ['no-long-sentence', 'no-x'], allows: () => isAllowed}).map(
    (problem) => problem.problem,
  );
}

test('the block after the comment may break the rule, and no other', () => {
  expect(apply(`<!-- check-ignore ${RULE}: the Act says it so -->\n\nOne.\nStill one.\n\nTwo.`)).toEqual(['Two.']);
});

test('an exception needs a reason', () => {
  expect(apply(`<!-- check-ignore ${RULE} -->\n\nOne.`)).toEqual([
    'One.',
    `exception from \`${RULE}\` has no reason, expected one after a colon`,
  ]);
});

test('an exception that excepts nothing is a problem', () => {
  expect(apply(`One.\n\n<!-- check-ignore ${RULE}: a reason -->`)).toEqual([
    'One.',
    `exception from \`${RULE}\` has no effect, expected it directly before the text that breaks the rule`,
  ]);
});

test('no exception is made of safety and of the model', () => {
  expect(apply(`<!-- check-ignore ${RULE}: a reason -->\n\nOne.`, RULE, false)).toEqual([
    'One.',
    `\`${RULE}\` allows no exceptions, expected a rule about structure or prose`,
  ]);
});

test.each([
  ['no-long-sentense', 'Write `no-long-sentence`, the nearest id.'],
  ['no-such-thing-at-all', expect.stringContaining('Copy the id from the end')],
])('an exception of what is no rule, `%s`, names the nearest that may have one', (ruleId, fix) => {
  const {kind, document} = pageOf(`<!-- check-ignore ${ruleId}: a reason -->\n\nOne.`);
  const rules = {ids: [RULE, 'no-long-sentenses'], allows: (id: string) => id === RULE};
  expect(applyExceptions(parsePage(kind, document), [], rules)).toMatchObject([
    {problem: `exception names \`${ruleId}\`, which is not a rule, expected the id of a rule`, fix},
  ]);
});

test('a problem of the page as a whole is excepted from anywhere on it', () => {
  const {kind, document} = pageOf(`Words.\n\n<!-- check-ignore ${RULE}: a reason -->`);
  const problem: Problem = {path: document.path, problem: 'whole', fix: '', ruleId: RULE, severity: 'warning'};
  expect(applyExceptions(parsePage(kind, document), [problem], {ids: [], allows: () => true})).toEqual([]);
});

test('the comments of a frozen page are left alone, because its prose is not checked', () => {
  const {document} = pageOf(`<!-- check-ignore ${RULE}: the Act says it so -->\n\nOne.`);
  const rules = {ids: [RULE], allows: () => true};
  expect(applyExceptions(parsePage('edition-page', document), [], rules)).toEqual([]);
  expect(applyExceptions(parsePage('page', document), [], rules)).toHaveLength(1);
});
