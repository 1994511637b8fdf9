import type {Root} from 'mdast';
import remarkLint from 'remark-lint';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import {unified} from 'unified';
import {VFile} from 'vfile';
import type {Message} from '../../src/checks/structure-rules.ts';
import type {ParsedPage} from '../../src/markdown/parsed-page.ts';
import {visit} from '../../src/markdown/visit.ts';
import type {Problem} from '../../src/model/problem.ts';

/** What remark-lint finds, as an author would be told, by the name of its rule. */
export const MARKDOWN_MESSAGES: Readonly<Record<string, Message>> = {
  'no-blockquote-without-marker': {
    problem: 'line continues the quotation above, expected `>` before it',
    fix: 'Write `> ` before the line, or leave an empty line above it if the quotation has ended.',
  },
  'no-shortcut-reference-image': {
    problem: 'picture has no address, expected one in round brackets',
    fix: 'Write `![words](address)`.',
  },
  'no-shortcut-reference-link': {
    problem: 'link has no address, expected one in round brackets',
    fix: 'Write `[words](address)`.',
  },
  'no-undefined-references': {
    problem: 'link cannot be followed, expected its address in round brackets right after the square ones',
    fix: 'Write `[words](address)`, with no space between the brackets and none in the address.',
  },
};

/** The same of `[^1]`. */
export const FOOTNOTE_MESSAGE: Message = {
  problem: 'there is no footnote for this mark, expected its text on this page',
  fix: 'Write it on a line of its own, such as `[^1]: text`, or delete the mark.',
};

/** Rules of the preset that markdownlint or a rule of our own covers. */
export const FOUND_ELSEWHERE: readonly string[] = [
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

/** What the rules that are left judge, and the comments that tell them to be quiet. */
const JUDGED: ReadonlySet<string> = new Set(['blockquote', 'html', 'imageReference', 'linkReference']);

const linter = unified().use(remarkLint).use({plugins: RULES}).freeze();

/** Mistakes in Markdown, by remark-lint's recommended preset, on the tree that all rules share. */
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
      ...(isFootnote ? FOOTNOTE_MESSAGE : (MARKDOWN_MESSAGES[ruleId] ?? inItsOwnWords(reason))),
    };
  });
}

/** What follows square brackets that were meant for a link: `(address)`, perhaps after a space. */
const ADDRESS_RE = /^(?:\(| \((?:https?:|mailto:|\.{0,2}\/|#|[^\s()]+\.md\b))/;

/** Whether brackets are for a link or a footnote; else somebody put words in them, as in `[sic]`. */
function isForLink(found: string, after: string): boolean {
  // Of `[words][name]` markdownlint tells.
  return !found.includes('][') && (found.startsWith('[^') || ADDRESS_RE.test(after));
}

function inItsOwnWords(reason: string): Message {
  return {problem: reason, fix: 'Change the line so that it follows the rule.'};
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
