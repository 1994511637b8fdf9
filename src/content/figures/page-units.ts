import type {Nodes, Parents, Root} from 'mdast';
import type {ParsedPage} from '../parsed-page.ts';
import {perPage} from '../per-page.ts';
import {ADDRESS_RE} from '../prose/block-runs.ts';
import type {SourcedBlock} from '../prose/sourced-blocks.ts';
import {sourcedBlocks} from '../prose/sourced-blocks.ts';
import {visit} from '../visit.ts';
import {frontMatterUnits} from './front-matter-units.ts';
import {definitionsIn, linkedText} from './linked-text.ts';
import type {ProseUnit} from './prose-unit.ts';
import {plainUnit} from './prose-unit.ts';
import {tableUnits} from './table-units.ts';

/** Every text of a page in which readers can see a number: each letter of it stands in one unit and in no other. */
export const pageUnits = perPage((page): ProseUnit[] => [...frontMatterUnits(page), ...bodyUnits(page)]);

function bodyUnits({tree, document: {text: source}}: ParsedPage): ProseUnit[] {
  const definitions = definitionsIn(tree);
  const read = (node: Parents) => linkedText(node, source, definitions);
  const linksOf = (nodes: readonly Nodes[]) => nodes.flatMap((node) => ('children' in node ? read(node).links : []));
  const sectionOf = sectionsOf(tree);
  return [...sourcedBlocks(tree).flatMap(unitsOf), ...otherBlocks(tree).map(otherUnit), ...hiddenUnits(tree)];

  function unitsOf({node, sources}: SourcedBlock): ProseUnit[] {
    const section = sectionOf(node);
    const [own, lead] = sources;
    if (node.type === 'table') return tableUnits(node, read, {section, around: linksOf(sources)});
    // The blocks that introduce a list come before it; the list that a paragraph introduces comes after.
    const isLed = own === node && lead !== undefined && lead.type !== 'list' && 'children' in lead;
    return [
      {
        place: 'prose',
        ...read(node),
        section,
        ...(isLed && {lead: read(lead)}),
        around: linksOf(sources.slice(1)),
        node,
      },
    ];
  }

  function otherUnit(node: Parents): ProseUnit {
    return {
      place: node.type === 'heading' ? 'heading' : 'prose',
      ...read(node),
      section: sectionOf(node),
      around: [],
      node,
    };
  }
}

/** Headings, quotations and footnotes, which `sourcedBlocks` leaves out. */
function otherBlocks(tree: Root): Parents[] {
  const taken = new Set(['paragraph', 'table', 'list']);
  return tree.children.flatMap((node): Parents[] => ('children' in node && !taken.has(node.type) ? [node] : []));
}

/** What `linkedText` hides or never sees: code, addresses in the text, and words in place of pictures. */
function hiddenUnits(tree: Root): ProseUnit[] {
  const units: ProseUnit[] = [];
  visit(tree, (node) => {
    if (node.type === 'code' || node.type === 'inlineCode') units.push(plainUnit('code', node.value));
    if (node.type === 'image' || node.type === 'imageReference') units.push(plainUnit('code', node.alt ?? ''));
    if (node.type !== 'text') return;
    for (const [address] of node.value.matchAll(ADDRESS_RE)) units.push(plainUnit('address', address));
  });
  return units;
}

/** Tells the heading above a block; headings above it of a higher level are part of it. */
function sectionsOf(tree: Root): (node: Nodes) => string {
  const headings = tree.children.flatMap((node) =>
    node.type === 'heading'
      ? [{line: node.position?.start.line ?? 0, depth: node.depth, text: linkedText(node, '', new Map()).text}]
      : [],
  );
  return (node) => {
    const line = node.position?.start.line ?? 0;
    const above = headings.filter((heading) => heading.line < line);
    const nearest = above.at(-1);
    const parent = above.findLast(({depth}) => depth < (nearest?.depth ?? 0));
    return [parent?.text, nearest?.text].filter(Boolean).join(': ');
  };
}
