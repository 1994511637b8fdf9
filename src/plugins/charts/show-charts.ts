import type {Root} from 'mdast';
import {CHART_DIRECTIVE} from '../../content/charts/chart-directives.ts';
import {visit} from '../../content/visit.ts';

/** The component of `MDXComponents` that shows a chart. */
const COMPONENT = 'Chart';

/** Turns `::chart{id="visits"}` into the component that shows it, before Docusaurus prints what it does not know. */
export function showCharts() {
  return (tree: Root): void => {
    visit(tree, 'leafDirective', (node) => {
      if (node.name !== CHART_DIRECTIVE) return;
      const attributes = [{type: 'mdxJsxAttribute', name: 'id', value: node.attributes?.id ?? ''}];
      Object.assign(node, {type: 'mdxJsxFlowElement', name: COMPONENT, attributes, children: []});
    });
  };
}
