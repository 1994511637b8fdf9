import type {Node, Parent} from 'mdast';
import type {visit as visitNodes} from 'unist-util-visit';

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => void;

/**
 * Calls a function for every node of a tree, or for nodes of some types, in order. Unlike `unist-util-visit` it cannot
 * skip or stop. That package names each call for stack traces, which takes longer than all rules together.
 */
export const visit = visitAll as typeof visitNodes;

function visitAll(tree: Node, ...[test, visitor]: [Visitor] | [string | readonly string[], Visitor]): void {
  if (typeof test === 'function') walk(tree, test, undefined, undefined);
  else if (visitor) {
    const types = typeof test === 'string' ? [test] : test;
    walk(tree, (node, ...at) => void (types.includes(node.type) && visitor(node, ...at)), undefined, undefined);
  }
}

function walk(node: Node, visitor: Visitor, index: number | undefined, parent: Parent | undefined): void {
  visitor(node, index, parent);
  if (!('children' in node)) return;
  const {children} = node as Parent;
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at];
    if (child) walk(child, visitor, at, node as Parent);
  }
}
