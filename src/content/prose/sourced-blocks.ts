import type {Nodes, Parents, Root, RootContent} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';

/** A paragraph, list item or table, and the blocks in which its source may stand. */
export interface SourcedBlock {
  node: Parents;
  sources: readonly Nodes[];
}

/** The blocks of a page that may claim something; quotations are not the author's. */
export function sourcedBlocks(tree: Root): SourcedBlock[] {
  // A comment between two blocks parts nothing.
  const children = tree.children.filter(({type}) => type !== 'html');
  return children.flatMap((node, index) => {
    const before = children[index - 1];
    const after = children[index + 1];
    switch (node.type) {
      case 'paragraph':
        return [{node, sources: leadsOn(node) && after?.type === 'list' ? [node, after] : [node]}];
      case 'table':
        return [{node, sources: sectionOf(children, index)}];
      case 'list':
        return itemsOf(node, before && leadsOn(before) ? [before] : []);
      default:
        return [];
    }
  });
}

/** Each item of a list and of the lists in it; what introduces a list gives the source of all of it. */
function itemsOf(node: Nodes, sources: readonly Nodes[]): SourcedBlock[] {
  if (node.type === 'listItem') {
    const words = {...node, children: node.children.filter(({type}) => type !== 'list')};
    const lists = node.children.filter(({type}) => type === 'list');
    return [
      {node: words, sources: [words, ...sources]},
      ...lists.flatMap((list) => itemsOf(list, [words, ...sources])),
    ];
  }
  return node.type === 'list' ? node.children.flatMap((item) => itemsOf(item, sources)) : [];
}

function leadsOn(node: Nodes): boolean {
  return node.type === 'paragraph' && /:\s*$/.test(textOf(node));
}

/** What stands between the headings around a block. */
function sectionOf(children: readonly RootContent[], index: number): RootContent[] {
  const start = children.findLastIndex((child, place) => place < index && child.type === 'heading');
  const end = children.findIndex((child, place) => place > index && child.type === 'heading');
  return children.slice(start + 1, end < 0 ? undefined : end);
}
