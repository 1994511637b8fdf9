import type {Root} from 'mdast';
import remarkLint from 'remark-lint';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import {unified} from 'unified';
import {VFile} from 'vfile';
import type {ParsedPage} from '../../src/content/parsed-page.ts';
import type {Problem} from '../../src/content/problem.ts';
import {visit} from '../../src/content/visit.ts';
import {lowerFirst} from './lower-first.ts';

/** What markdownlint, or for bare addresses a rule of our own, finds too: nobody wants to be told twice. */
export const FOUND_ELSEWHERE: readonly string[] = [
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

/** What the rules that are left judge, and the comments that tell them to be quiet. */
const JUDGED: ReadonlySet<string> = new Set(['blockquote', 'break', 'html', 'imageReference', 'linkReference']);

const linter = unified().use(remarkLint).use({plugins: RULES}).freeze();

/** Mistakes in Markdown, by remark-lint's recommended preset, on the tree that all rules share. */
export async function lintMarkdown({document: {path, text}, tree}: ParsedPage): Promise<Problem[]> {
  if (!mayBreakRule(tree)) return [];
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

/** Each rule walks the whole tree, which takes longer than all rules of our own; most pages hold nothing they judge. */
function mayBreakRule(tree: Root): boolean {
  let found = false;
  visit(tree, (node) => {
    // A bracket in words may be a reference to a definition that is not there.
    found ||= JUDGED.has(node.type) || (node.type === 'text' && node.value.includes('['));
  });
  return found;
}
