import type {Nodes, Parents, Root} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import {runOf} from '../prose/block-runs.ts';
import {visit} from '../visit.ts';
import type {LinkIn} from './prose-unit.ts';

/** Where references of a page lead, by the identifier of their definition. */
export function definitionsIn(tree: Root): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  visit(tree, ['definition', 'footnoteDefinition'], (node: Nodes) => {
    if (node.type === 'definition') urls.set(node.identifier, node.url);
    if (node.type === 'footnoteDefinition') {
      visit(node, 'link', ({url}) => void (urls.has(node.identifier) || urls.set(node.identifier, url)));
    }
  });
  return urls;
}

/** The words inside a node, and the links among them; code and addresses in them are hidden. */
export function linkedText(
  node: Parents,
  source: string,
  definitions: ReadonlyMap<string, string>,
): {text: string; links: LinkIn[]} {
  const run = runOf(node, source);
  const links: LinkIn[] = [];
  visit(node, ['link', 'linkReference', 'footnoteReference'], (link: Nodes) => {
    const url = addressOf(link, definitions);
    const span = run.spans.get(link);
    if (url && span) links.push({...span, url, text: textOf(link).replace(/\s+/g, ' ').trim()});
  });
  return {text: run.text, links};
}

function addressOf(node: Nodes, definitions: ReadonlyMap<string, string>): string | undefined {
  if (node.type === 'link') return node.url;
  return 'identifier' in node ? definitions.get(node.identifier) : undefined;
}
