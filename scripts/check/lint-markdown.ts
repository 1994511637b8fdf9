import remarkLint from 'remark-lint';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import {unified} from 'unified';
import {VFile} from 'vfile';
import type {ParsedPage} from '../../src/content/parsed-page.ts';
import type {Problem} from '../../src/content/problem.ts';
import {lowerFirst} from './lower-first.ts';

/** What markdownlint, or for bare addresses a rule of our own, finds too: nobody wants to be told twice. */
const FOUND_ELSEWHERE = [
  'final-newline',
  'list-item-bullet-indent',
  'list-item-indent',
  'no-duplicate-definitions',
  'no-heading-content-indent',
  'no-literal-urls',
  'no-unused-definitions',
  'ordered-list-marker-style',
];

const {plugins = []} = remarkPresetLintRecommended;
const RULES = plugins.filter((plugin) => {
  const [rule] = Array.isArray(plugin) ? plugin : [plugin];
  return typeof rule !== 'function' || !FOUND_ELSEWHERE.includes(rule.name.replace('remark-lint:', ''));
});

const linter = unified().use(remarkLint).use({plugins: RULES}).freeze();

/** Mistakes in Markdown, by remark-lint's recommended preset, on the tree that all rules share. */
export async function lintMarkdown({document: {path, text}, tree}: ParsedPage): Promise<Problem[]> {
  const file = new VFile({path, value: text});
  await linter.run(tree, file);
  return file.messages.map((message) => ({
    path,
    place: message.line && message.column ? {line: message.line, column: message.column} : undefined,
    severity: 'error',
    ruleId: `remark-lint/${message.ruleId}`,
    problem: lowerFirst(message.reason),
    fix: message.url ? `Change the line as ${message.url} shows.` : 'Change the line so that it follows the rule.',
  }));
}
