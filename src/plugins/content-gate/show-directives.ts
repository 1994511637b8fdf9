import type {Root} from 'mdast';
import {DIRECTIVE_COMPONENTS} from '../../content/allowed-directives.ts';
import {visit} from '../../content/visit.ts';

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
