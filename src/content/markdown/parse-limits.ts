import type {Nodes, Parents, Root} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {Finding} from '../problem.ts';
import type {SourceDocument} from '../source-document.ts';
import {parseMarkdown} from './parse-markdown.ts';

/**
 * The longest paragraph, heading, cell or value that rules read, in characters: about 500 words, more than the
 * longest section. Sentences and patterns take a time that can grow with the square of this length.
 */
export const MAX_CHARACTERS = 3000;

/** The longest run of letters, digits and marks without a space, which is one word to the parser of sentences. */
const MAX_WORD_LENGTH = 500;
const LONG_WORD_RE = new RegExp(`[!-~]{${MAX_WORD_LENGTH + 1}}`);

/** The deepest nesting that the recursive parsers and rules can process. */
const MAX_LEVELS = 100;

const WORDS: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'tableCell']);

interface ReadableTree {
  tree: Root;
  /** Nodes that are too long for rules, and are removed from the tree. */
  endless: Nodes[];
}

export function readableTree(whole: Root): ReadableTree {
  const endless = endlessIn(whole);
  return {tree: endless.length === 0 ? whole : without(whole, new Set(endless)), endless};
}

function endlessIn({children}: Parents): Nodes[] {
  return children.flatMap((node) => {
    if (WORDS.has(node.type)) return isEndless(node) ? [node] : [];
    return 'children' in node ? endlessIn(node) : [];
  });
}

function isEndless(node: Nodes): boolean {
  const length = lengthOf(node);
  return length > MAX_CHARACTERS || (length > MAX_WORD_LENGTH && LONG_WORD_RE.test(textOf(node)));
}

function without<T extends Nodes>(node: T, removed: ReadonlySet<Nodes>): T {
  if (!('children' in node) || WORDS.has(node.type)) return node;
  const children = node.children.filter((child) => !removed.has(child)).map((child) => without(child, removed));
  return {...node, children};
}

function lengthOf({position}: Nodes): number {
  return (position?.end.offset ?? 0) - (position?.start.offset ?? 0);
}

export function endlessFindings(path: string, endless: readonly Nodes[]): Finding[] {
  return endless.map((node) => ({
    path,
    place: node.position?.start,
    problem: `${NAMES[node.type]} has ${lengthOf(node).toLocaleString('en-GB')} characters and was not checked, expected at most ${MAX_CHARACTERS.toLocaleString('en-GB')}, and ${MAX_WORD_LENGTH} in a word`,
    fix: 'Split it into shorter ones.',
  }));
}

const NAMES: Readonly<Partial<Record<Nodes['type'], string>>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'cell of a table',
};

/**
 * The finding for a page that exceeded a limit of the parser or of a rule.
 *
 * @throws the error itself if it has another cause.
 */
export function parseLimitFinding(path: string, error: unknown): Finding {
  if (!isStackOverflow(error)) throw error;
  return {
    path,
    problem: `page is too deeply nested or too long to be checked, expected at most ${MAX_LEVELS} levels of quotations, lists, emphasis or directives`,
    fix: 'Remove nested characters, such as a run of `>`, `*` or `:a[`, and split long parts.',
  };
}

const STACK_RE = /(?:Stack overflow|Maximum call stack size exceeded)$/;

/** Whether recursion went too deep. Node reports that as a syntax error where it was about to compile a pattern. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof SyntaxError && STACK_RE.test(error.message));
}

export function isTooDeep({text}: SourceDocument): boolean {
  try {
    return depthOf(parseMarkdown(text)) > MAX_LEVELS;
  } catch (error) {
    if (isStackOverflow(error)) return true;
    throw error;
  }
}

/** Counts level by level, because recursion would exceed the limit too. */
function depthOf(tree: Root): number {
  let depth = 0;
  for (let level: Nodes[] = [tree]; level.length > 0; depth += 1) {
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return depth;
}
