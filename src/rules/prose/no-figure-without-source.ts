import type {List, Nodes, Parents} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {visit} from '../../content/markdown/visit.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import {statisticsIn} from '../text/statistics.ts';
import {placesOf, runOf, type TextRun} from '../text/text-runs.ts';
import data from './no-figure-without-source.json' with {type: 'json'};

const {own_figure: OWN_FIGURE, ...about} = data;

export const noFigureWithoutSource: PageRule = {
  id: 'no-figure-without-source',
  group: 'prose',
  ...about,
  check: (page, {config}) => {
    // The handbook explains how the site works, which needs no source.
    if (!page.document.path.startsWith('docs/')) return [];
    const advice = new Set(config.sections.advice);
    const blocks = blocksOf(page).map((block) => ({...block, statistics: statisticsIn(block.run.text)}));
    const sourced = new Set(
      blocks.filter(({isSourced}) => isSourced).flatMap(({statistics}) => statistics.map(({text}) => text)),
    );
    const outcomes = outcomesOf(page);
    const isOutcome = (text: string, words: string) =>
      outcomes.some((figure) => figure.includes(text) && words.includes(figure));
    return blocks.flatMap(({run, sections, isSourced, statistics}): PageFinding | [] => {
      if (isSourced || sections.some((section) => advice.has(section))) return [];
      const isOpening = sections.length === 0;
      const bare = statistics.find(({text}) => !isOutcome(text, run.text) && !(isOpening && sourced.has(text)));
      if (!bare) return [];
      const {start, end, text} = bare;
      return {
        ...placesOf(page.document.text, run, start, end - start),
        problem: `\`${text}\` has no source, expected a link in the same paragraph, list item or table row`,
        fix: sections.includes(OWN_FIGURE.section)
          ? `Link to the publication that gives the figure, or write "${OWN_FIGURE.words}" next to it.`
          : 'Link to the publication that gives the figure, or remove the figure.',
      };
    });
  },
};

/** The results of a case study, such as `240 people`, each of which names its source. */
function outcomesOf({document: {frontMatter}}: ParsedPage): string[] {
  const outcomes = Array.isArray(frontMatter?.outcomes) ? frontMatter.outcomes : [];
  return outcomes.map((outcome) => String(outcome?.figure));
}

interface Block {
  run: TextRun;
  /** The headings above it, from the outermost section inwards. */
  sections: string[];
  /** Whether it, or the block that introduces it, links to a source or says that a cost is the service's own figure. */
  isSourced: boolean;
}

/** The blocks that may state a statistic. Quotations are left out, because they are not the author's claims. */
function blocksOf({tree, document}: ParsedPage): Block[] {
  // A comment between two blocks does not separate them.
  const children = tree.children.filter(({type}) => type !== 'html');
  const headings: {depth: number; text: string}[] = [];
  const blocks: Block[] = [];
  const isSource = (node: Nodes) =>
    hasSource(node) || (headings.some(({text}) => text === OWN_FIGURE.section) && isOwnFigure(node));
  for (const [index, node] of children.entries()) {
    const [before, after] = [children[index - 1], children[index + 1]];
    if (node.type === 'heading') {
      while ((headings.at(-1)?.depth ?? 0) >= node.depth) headings.pop();
      headings.push({depth: node.depth, text: textOf(node).trim()});
    } else if (node.type === 'paragraph') {
      add(node, introduces(node) && after?.type === 'list' && isSource(after));
    } else if (node.type === 'list') {
      addItems(node, before !== undefined && introduces(before) && isSource(before));
    } else if (node.type === 'table') {
      const isSourced = [before, after].some((next) => next?.type === 'paragraph' && isSource(next));
      for (const row of node.children.slice(1)) add(row, isSourced);
    }
  }
  return blocks;

  function add(node: Parents, isIntroduced: boolean): boolean {
    const isSourced = isIntroduced || isSource(node);
    const sections = headings.map(({text}) => text);
    blocks.push({run: runOf(node, document.text), sections, isSourced});
    return isSourced;
  }

  /** Adds each item of a list and of nested lists. Items share the source of the text that introduces them. */
  function addItems({children: items}: List, isIntroduced: boolean): void {
    for (const item of items) {
      const content = item.children.filter(({type}) => type !== 'list');
      const isSourced = add({...item, children: content}, isIntroduced);
      for (const child of item.children) if (child.type === 'list') addItems(child, isSourced);
    }
  }
}

function introduces(node: Nodes): boolean {
  return node.type === 'paragraph' && /:\s*$/.test(textOf(node));
}

function isOwnFigure(node: Nodes): boolean {
  return textOf(node).toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').includes(OWN_FIGURE.words);
}

/** Whether a block links to another site or page. A list such as `/case-studies/` does not count as a source. */
function hasSource(node: Nodes): boolean {
  let isFound = false;
  visit(node, ['link', 'linkReference', 'footnoteReference'], (link: Nodes) => {
    isFound ||= link.type !== 'link' || /^https?:|\.md(?:#|$)/.test(link.url);
  });
  return isFound;
}
