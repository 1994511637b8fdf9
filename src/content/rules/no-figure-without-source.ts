import type {Nodes} from 'mdast';
import type {ParsedPage} from '../parsed-page.ts';
import {runOf} from '../prose/block-runs.ts';
import type {SourcedBlock} from '../prose/sourced-blocks.ts';
import {sourcedBlocks} from '../prose/sourced-blocks.ts';
import {hideQuoted, placesOf} from '../prose/text-run.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import {visit} from '../visit.ts';

const COUNT = '(?:two|three|four|five|six|seven|eight|nine|ten|\\d{1,3})';
/** Shares, sums and counts in thousands; lengths and sizes are measures, not claims. */
const FIGURE_RE = new RegExp(
  [
    '\\d[\\d,.]*%',
    '£\\d[\\d,]*(?:\\.\\d+)?(?: ?(?:million|billion|m|bn|k)\\b)?',
    '(?<![\\d,])\\d{1,3}(?:,\\d{3})+(?= \\p{L})(?! (?:pixels|words|characters|letters|metres|miles|square|pages)\\b)',
    '\\d[\\d.]* (?:million|billion)',
    `\\b(?:one|two|three|four|nine|[1-9]) (?:in|out of) (?:every )?${COUNT}\\b(?! (?:days?|weeks?|months?|years?|places?|ways?|cases|sections?))`,
  ].join('|'),
  'giu',
);

/** What each of these holds: blocks without it need no closer look. */
const MAY_HOLD_FIGURE_RE = /\d|(?:one|two|three|four|nine) (?:in|out)/i;

/** Advice, examples and questions claim nothing. */
const NO_CLAIM_RE =
  /^\W*(?:add|aim|allow|ask|budget|check|count|give|keep|leave|make|plan|put|say|set|spend|take|try|use|write)\b|\byour?\b|\?\W*$|\b(?:should|could|might|aim|if|suppose|for example|for instance|such as|at most|up to you|our (?:own )?(?:advice|estimate|reading|example|sum)|ours)\b/iu;
const VERB =
  '(?:says?|said|reports?|reported|found|finds|estimates?|estimated|counts?|counted|records?|recorded|puts?|showed|shows|published|announced|told)';
/** `Ofcom found`, `according to the service`, `(Ofcom, 2023)`. */
const NAMED_SOURCE_RE = new RegExp(
  `\\baccording to\\b|\\bsource:|\\(\\p{Lu}[^()]*\\b(?:19|20)\\d{2}\\)|(?<!\\p{L})(?!(?:An?|The|It|They|We|This|These|That|Those|Staff|Some|Many|Most|In|Our|Research|Stud(?:y|ies)|Surveys?|Evidence|One|Users|What|Who|How|When|Which|Where|For|By|At|On|Of|Our|Your|Each|All|Both|Over|About|Almost)\\b)\\p{Lu}[\\p{L}’']+ (?:[\\p{L}’']+ ){0,3}?${VERB}\\b`,
  'u',
);

export const noFigureWithoutSource: PageRule = {
  id: 'no-figure-without-source',
  group: 'prose',
  summary: 'A figure that claims something has its source beside it: a link, or who says so.',
  why: 'A figure is the first thing that gets quoted, and the first that gets doubted; readers must be able to check it where it stands.',
  good: [
    'The flood reached [3,400 homes](https://flood.example/2026).',
    'Lower Ford parish counted 3,400 homes.',
    '[The survey of 2026](https://flood.example/2026) found:\n\n- 48% of homes had a boat\n- 10% had two.',
    '| Year | Homes |\n| --- | --- |\n| 2026 | 3,400 |\n\nSource: [the survey](https://flood.example/2026).',
    'Set aside 10% if you can. A village should plan for £5,000.',
    'A [survey](https://flood.example/2026) put it at 48%.\n\nThe 48% is an estimate.',
  ],
  bad: [
    'The flood reached 3,400 homes.',
    '- Clearing the weir cost £1.2 million.',
    '| Year | Share |\n| --- | --- |\n| 2026 | 48% |',
    'One in five homes had a boat.',
  ],
  check: (page) => {
    // How the site itself works needs no source.
    if (!page.document.path.startsWith('docs/')) return [];
    const source = page.document.text;
    const blocks = sourcedBlocks(page.tree)
      .filter(({node}) => MAY_HOLD_FIGURE_RE.test(wordsOf(node, source)))
      .map((block) => ({...block, isSourced: hasSource(block, source)}));
    const known = new Set([
      ...frontMatterFigures(page),
      ...blocks.filter(({isSourced}) => isSourced).flatMap(({node}) => figuresIn(wordsOf(node, source))),
    ]);
    return blocks.filter(({isSourced}) => !isSourced).flatMap((block) => judge(page, block, known));
  },
};

function wordsOf(node: Nodes, source: string): string {
  return 'children' in node ? runOf(node, source).text : '';
}

function hasSource({sources}: SourcedBlock, source: string): boolean {
  return sources.some((node) => hasLink(node) || NAMED_SOURCE_RE.test(wordsOf(node, source)));
}

function hasLink(node: Nodes): boolean {
  let found = false;
  visit(node, ['link', 'linkReference', 'footnoteReference'], () => {
    found = true;
  });
  return found;
}

/** One finding for each block: who adds the source adds it for all its figures. */
function judge(page: ParsedPage, {node}: SourcedBlock, known: ReadonlySet<string>): PageFinding[] {
  const run = runOf(node, page.document.text);
  const text = hideQuoted(run.text);
  const match = [...text.matchAll(FIGURE_RE)].find(
    ({0: figure, index}) => !known.has(plain(figure)) && !NO_CLAIM_RE.test(sentenceAt(text, index)),
  );
  if (!match) return [];
  return [
    {
      ...placesOf(page.document.text, run, match.index, match[0].length),
      problem: `\`${match[0]}\` has no source, expected a link in the same paragraph, list item or table, or who says so`,
      fix: 'Link the figure to the publication that gives it, or leave it out.',
    },
  ];
}

/** Figures whose source front matter gives. */
function frontMatterFigures({document: {frontMatter}}: ParsedPage): string[] {
  const outcomes = Array.isArray(frontMatter?.outcomes) ? frontMatter.outcomes : [];
  return figuresIn([frontMatter?.cost, ...outcomes.flatMap((outcome) => [outcome?.figure, outcome?.what])].join('\n'));
}

function figuresIn(text: string): string[] {
  return [...text.matchAll(FIGURE_RE)].map(([figure]) => plain(figure));
}

function plain(figure: string): string {
  return figure.toLowerCase().replace(/[.,]$/, '');
}

function sentenceAt(text: string, index: number): string {
  const start = Math.max(...['. ', '? ', '! ', '\n'].map((stop) => text.lastIndexOf(stop, index)));
  const length = text.slice(index).search(/[.?!](?:\s|$)/);
  return text.slice(start + 1, length < 0 ? undefined : index + length + 1);
}
