import {defaultSchema, type Schema, sanitize} from 'hast-util-sanitize';
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

/** Replaces a generated node while the sanitiser runs; authors cannot write an element with this name. */
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
 * Nodes that Docusaurus generated (the contents list, images, file links) are hidden from the sanitiser and restored,
 * because no page renders without them.
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

/** Turns a directive such as `::chart{id="visits"}` into its component, before Docusaurus would print it as text. */
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
