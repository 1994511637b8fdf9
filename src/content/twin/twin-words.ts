import type {Node, Parent, RootContent} from 'mdast';
import {CHART_DIRECTIVE} from '../charts/chart-directives.ts';
import type {UpkeepFact} from '../desk/upkeep.ts';
import {UPKEEP_DIRECTIVE} from '../desk/upkeep-directive.ts';
import {markdownParser} from '../parse-markdown.ts';
import type {Chart} from '../schemas/chart-schema.ts';
import type {SourceDocument} from '../source-document.ts';
import {chartBlocks} from './chart-blocks.ts';
import {listOf, words} from './markdown.ts';

/** Where the links of a page lead, and what its charts show. */
export interface TwinFrame {
  /** The full address of what a link or picture names; `undefined` for a picture that has none of its own. */
  urlOf(target: string): string | undefined;
  chart(id: string): Chart | undefined;
  /** What readers are told of how the toolkit is kept. */
  upkeep(): readonly UpkeepFact[];
}

/** The words of a page as Markdown for others: full addresses, tables for charts, and nothing that is for editors alone. */
export function twinWords({text}: SourceDocument, frame: TwinFrame): RootContent[] {
  const tree = markdownParser.parse(text);
  return rewritten(tree.children, frame) as RootContent[];
}

function rewritten(nodes: readonly Node[], frame: TwinFrame): Node[] {
  return nodes.flatMap((node): Node[] => {
    // Comments are the only HTML that a page may hold.
    if (node.type === 'yaml' || node.type === 'html') return [];
    const given = node as RootContent;
    if (given.type === 'leafDirective' && given.name === CHART_DIRECTIVE) {
      const chart = frame.chart(given.attributes?.id ?? '');
      return chart ? chartBlocks(chart) : [];
    }
    if (given.type === 'leafDirective' && given.name === UPKEEP_DIRECTIVE) return [upkeepList(frame.upkeep())];
    const own = 'children' in node ? {...node, children: rewritten((node as Parent).children, frame)} : {...node};
    if (!('url' in own) || typeof own.url !== 'string') return [own];
    const url = frame.urlOf(own.url);
    // Small pictures are part of the page, and have no address: their words stand for them.
    if (url === undefined) return [words('alt' in own ? String(own.alt ?? '') : '')];
    return [Object.assign(own, {url})];
  });
}

/** The pages that were counted stand on the page itself. */
function upkeepList(facts: readonly UpkeepFact[]): Node {
  return listOf(facts.map(({what, told}) => [words(`${what}: ${told}`)]));
}
