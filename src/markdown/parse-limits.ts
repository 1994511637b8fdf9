import type {Nodes, Parents, Root} from 'mdast';
import type {Finding} from '../model/problem.ts';
import type {SourceDocument} from '../model/source-document.ts';
import {markdownParser} from './parse-markdown.ts';

/**
 * The longest paragraph, heading or cell that rules read, in characters: a whole issue of GitHub has no more, so what
 * somebody typed into a form is read.
 */
const MOST_CHARACTERS = 65_536;

/** How deep a page may nest where the parsers and rules, which call themselves for each level, have broken off. */
const MOST_LEVELS = 100;

const WORDS: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'tableCell']);

/** A page as rules read it. */
interface ReadableTree {
  tree: Root;
  /** What no rule reads, because it never ends; taken out of the tree. */
  endless: Nodes[];
}

/** Takes out what is too long to be read by rules: some ask each word for the others. */
export function readableTree(tree: Root, {length}: string): ReadableTree {
  const endless: Nodes[] = [];
  if (length > MOST_CHARACTERS) takeFrom(tree);
  return {tree, endless};

  function takeFrom(parent: Parents): void {
    const isEndless = (node: Nodes) => WORDS.has(node.type) && lengthOf(node) > MOST_CHARACTERS;
    const found = parent.children.filter(isEndless);
    if (found.length > 0) {
      endless.push(...found);
      parent.children = parent.children.filter((node) => !isEndless(node)) as never;
    }
    for (const child of parent.children) if ('children' in child && !WORDS.has(child.type)) takeFrom(child);
  }
}

function lengthOf({position}: Nodes): number {
  return (position?.end.offset ?? 0) - (position?.start.offset ?? 0);
}

/** What stands for what was taken out of a page. */
export function endlessFindings(path: string, endless: readonly Nodes[]): Finding[] {
  return endless.map((node) => ({
    path,
    place: node.position?.start,
    problem: `${NAMES[node.type]} has ${lengthOf(node).toLocaleString('en-GB')} characters and was not checked, expected at most ${MOST_CHARACTERS.toLocaleString('en-GB')}`,
    fix: 'Make shorter ones of it.',
  }));
}

const NAMES: Readonly<Partial<Record<Nodes['type'], string>>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'cell of a table',
};

/**
 * The one finding that stands for a page on which the parser or a rule ran out of room.
 *
 * @throws the error itself, where it tells of something else.
 */
export function parseLimitFinding(path: string, error: unknown): Finding {
  if (!(error instanceof RangeError)) throw error;
  return {
    path,
    problem: `page nests its quotations, lists or emphasis too deeply, or is too long in one piece, to be checked, expected at most ${MOST_LEVELS} levels`,
    fix: 'Take out the signs that nest, such as a row of `>` or `*`, and split what is long.',
  };
}

/** Whether a page nests so deeply that rules may run out of room. */
export function isTooDeep({text}: SourceDocument): boolean {
  try {
    return depthOf(markdownParser.parse(text)) > MOST_LEVELS;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

/** Counts level by level: to go down into each branch would run out of room itself. */
function depthOf(tree: Root): number {
  let depth = 0;
  for (let level: Nodes[] = [tree]; level.length > 0; depth += 1) {
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return depth;
}
