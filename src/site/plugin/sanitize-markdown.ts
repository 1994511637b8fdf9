import type {Schema} from 'hast-util-sanitize';
import {defaultSchema, sanitize} from 'hast-util-sanitize';
import type {Root} from 'mdast';
import {DIRECTIVE_COMPONENTS} from '../../markdown/allowed-directives.ts';
import {visit} from '../../markdown/visit.ts';

/** The parts of a syntax tree that this plugin touches. */
interface Node {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/** Stands in for a generated node while the sanitiser runs; no author can write an element of this name. */
const SLOT = 'generated-node-slot';

const HEADINGS = Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['id']]));

const schema: Schema = {
  ...defaultSchema,
  // The default prefix on ids would break every heading link.
  clobberPrefix: '',
  strip: ['script', 'style'],
  tagNames: [...(defaultSchema.tagNames ?? []), SLOT],
  attributes: {
    ...defaultSchema.attributes,
    ...HEADINGS,
    [SLOT]: ['index'],
    code: [['className', /^language-./]],
    th: ['align', 'scope'],
    td: ['align'],
  },
};

/**
 * Removes from a page what could run or mislead: scripts, frames, forms, handlers, unsafe addresses.
 * Nodes that Docusaurus made itself (the contents list, images, file links) are hidden from the sanitiser
 * and put back, for without them no page renders.
 */
export function sanitizeMarkdown() {
  return (tree: Node): Node => {
    const generated: Node[] = [];
    const safe = sanitize(hide(tree, generated) as never, schema) as Node;
    return reveal(safe, generated);
  };
}

function hide(node: Node, generated: Node[]): Node {
  const children = node.children?.map((child) => hide(child, generated));
  if (!node.type.startsWith('mdx')) return children ? {...node, children} : node;
  generated.push(node);
  return {type: 'element', tagName: SLOT, properties: {index: generated.length - 1}, children: children ?? []};
}

function reveal(node: Node, generated: Node[]): Node {
  const children = node.children?.map((child) => reveal(child, generated));
  if (node.tagName !== SLOT) return children ? {...node, children} : node;
  const original = generated[Number(node.properties?.index)];
  if (!original) throw new Error('a generated node was lost in the sanitiser');
  return original.children ? {...original, children: children ?? []} : original;
}

/** Turns `::chart{id="visits"}` into the component that shows it, before Docusaurus prints what it does not know. */
export function showDirectives() {
  return (tree: Root): void => {
    visit(tree, 'leafDirective', (node) => {
      const component = Object.hasOwn(DIRECTIVE_COMPONENTS, node.name) ? DIRECTIVE_COMPONENTS[node.name] : undefined;
      if (component === undefined) return;
      const {id} = node.attributes ?? {};
      const attributes = id === undefined || id === null ? [] : [{type: 'mdxJsxAttribute', name: 'id', value: id}];
      Object.assign(node, {type: 'mdxJsxFlowElement', name: component, attributes, children: []});
    });
  };
}
