import type {Element, ElementContent, Parents, RootContent} from 'hast';
import {toHtml} from 'hast-util-to-html';
import {h} from 'hastscript';
import {toString as plainText} from 'mdast-util-to-string';
import {DIRECTIVE_COMPONENTS} from '../../content/markdown/allowed-directives.ts';
import {CHART_DIRECTIVE} from '../../content/markdown/figures/chart-directives.ts';
import {visit} from '../../content/markdown/visit.ts';
import {chartAnchor} from '../../content/pages/figure.ts';
import type {Chart} from '../../content/schemas/chart-schema.ts';
import type {PageBody} from '../../site/render/page-body.ts';

/** In an excerpt, the headings of a table would be in front of its first row. */
const LEFT_OUT = ['thead', 'img'];

/**
 * The text of a page as small HTML with what the search engine needs: where sentences end, and headings with their ids,
 * which become sections of a result. The name of a chart and a term of a glossary are such headings.
 *
 * @param asides the headings of sections that are found only by words that no other text of the page has
 */
export function textToSearch(
  {tree, headings}: PageBody,
  {chartOf, asides}: {chartOf(id: string): Chart | undefined; asides: readonly string[]},
): string {
  const asideIds = headings.filter(({value}) => asides.includes(value)).map(({id}) => id);
  let isAside = false;

  function simplify(node: RootContent | ElementContent): ElementContent[] {
    if (node.type === 'text') return [node];
    if (node.type !== 'element' || LEFT_OUT.includes(node.tagName)) return [];
    const {tagName} = node;
    const id = typeof node.properties.id === 'string' ? node.properties.id : undefined;
    const chart = tagName === DIRECTIVE_COMPONENTS[CHART_DIRECTIVE] ? chartOf(id ?? '') : undefined;
    if (chart) return [h('h4', {id: chartAnchor(id ?? '')}, chart.title), h('p', chart.finding), h('p', chart.note)];
    const children = node.children.flatMap(simplify);
    if (tagName === 'dt') return [h('h6', {id}, children)];
    return [h(tagName, /^h[1-6]$/.test(tagName) ? {id} : {}, children)];
  }

  function weigh(node: RootContent): ElementContent[] {
    if (node.type === 'element' && node.tagName === 'h2') isAside = asideIds.includes(String(node.properties.id));
    return isAside ? [h('div', {dataPagefindWeight: '0'}, simplify(node))] : simplify(node);
  }

  return toHtml(tree.children.flatMap(weigh));
}

/** The terms that a page explains, each with the id of its place there. */
export function termsIn({tree}: PageBody): {id: string; term: string; meaning: string}[] {
  const terms: {id: string; term: string; meaning: string}[] = [];
  visit(tree, 'element', (node: Element, index?: number, parent?: Parents) => {
    const {id} = node.properties;
    const meaning = parent?.children.slice((index ?? 0) + 1).find((next) => next.type === 'element');
    if (node.tagName === 'dt' && id) terms.push({id: String(id), term: plainText(node), meaning: plainText(meaning)});
  });
  return terms;
}
