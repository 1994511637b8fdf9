import type {Root} from 'mdast';
import remarkLint from 'remark-lint';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import {unified} from 'unified';
import {VFile} from 'vfile';
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {visit} from '../../content/markdown/visit.ts';
import type {Fault, Problem} from '../../content/problem.ts';
import messages from './markdown-messages.json' with {type: 'json'};

/** How problems from remark-lint are reported to authors, by the name of the rule. */
const MARKDOWN_MESSAGES: Readonly<Record<string, Fault>> = messages;

/** The message for a footnote such as `[^1]`. */
const FOOTNOTE_MESSAGE: Fault = {
  problem: 'footnote has no text, expected its text on this page',
  fix: 'Add it on a separate line, such as `[^1]: text`, or delete the footnote.',
};

/** Rules of the preset that markdownlint or one of our rules covers. */
const FOUND_ELSEWHERE: readonly string[] = [
  'final-newline',
  'hard-break-spaces',
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

/** The syntax that the remaining rules check, and the comments that disable them. */
const JUDGED: ReadonlySet<string> = new Set(['blockquote', 'html', 'imageReference', 'linkReference']);

const linter = unified().use(remarkLint).use({plugins: RULES}).freeze();

/** Finds mistakes in Markdown with remark-lint's recommended preset, on the shared syntax tree. */
export async function lintMarkdown({document: {path, text}, tree}: ParsedPage): Promise<Problem[]> {
  if (!mayBreakRule(tree)) return [];
  const file = new VFile({path, value: text});
  await linter.run(tree, file);
  return file.messages.flatMap(({line, column, place, ruleId = '', reason}) => {
    const {start, end} = place && 'start' in place ? place : {};
    const found = text.slice(start?.offset, end?.offset);
    if (ruleId === 'no-undefined-references' && !isForLink(found, text.slice(end?.offset))) return [];
    const isFootnote = ruleId === 'no-undefined-references' && found.startsWith('[^');
    return {
      path,
      place: line && column ? {line, column} : undefined,
      severity: 'error',
      ruleId: `remark-lint/${ruleId}`,
      ...(isFootnote
        ? FOOTNOTE_MESSAGE
        : (MARKDOWN_MESSAGES[ruleId] ?? {problem: reason, fix: 'Change the line so that it follows the rule.'})),
    };
  });
}

/** Text after square brackets that shows a link was meant: `(address)`, possibly after a space. */
const ADDRESS_RE = /^(?:\(| \((?:https?:|mailto:|\.{0,2}\/|#|[^\s()]+\.md\b))/;

/** Whether square brackets are a link or a footnote, and not plain text such as `[sic]`. */
function isForLink(found: string, after: string): boolean {
  // markdownlint reports `[text][name]`.
  return !found.includes('][') && (found.startsWith('[^') || ADDRESS_RE.test(after));
}

/** Whether a page needs these rules. Each walks the whole tree, which is slow, and most pages have nothing to find. */
function mayBreakRule(tree: Root): boolean {
  let found = false;
  visit(tree, (node) => {
    // A bracket in the text may be a reference to a missing definition.
    found ||= JUDGED.has(node.type) || (node.type === 'text' && node.value.includes('['));
  });
  return found;
}
