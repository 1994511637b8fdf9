import type {PageLink} from '../../../markdown/page-links.ts';
import {pageLinks} from '../../../markdown/page-links.ts';
import type {PageFinding, PageRule} from '../../rule.ts';

/** Texts that say nothing where they stand alone: https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context */
const VAGUE = new Set(
  `here|click here|click|tap here|see here|read here|find out more here|over here|this|that|this link|this page|this website|this site|this article|this document|this report|link|links|the link|website|web page|webpage|page|more|read more|see more|learn more|find out more|more info|more information|further information|further details|details|more details|continue|continue reading|read on|go|download|download here|view|visit|source|url|pdf`.split(
    '|',
  ),
);

export const noVagueLink: PageRule = {
  id: 'no-vague-link',
  group: 'structure',
  summary: 'The text of a link says where it goes, and leads to one place on a page.',
  why: 'Screen readers list the links of a page without the words around them, and eyes that skim do much the same.',
  good: [
    'Read [more about clearing weirs](https://flood.example/weirs), or [the 2026 report](https://flood.example/2026).',
    'Write to <clerk@flood.example>. The [flood map](map.md) shows fords, and the [flood map](map.md) shows barns.',
    '[![The flood map](map.png)](map.md)',
    '[A](#a), [B](#b)\n\n## A\n\n## B',
  ],
  bad: [
    'For the map, click [here](map.md).',
    '[Read more](weirs.md)',
    'See <https://flood.example/weirs>.',
    '[![](map.png)](map.md)',
    '[Minutes](https://flood.example/may) and [minutes](https://flood.example/june)',
    '[M](map.md) shows the fords.',
  ],
  check: (page) => {
    const links = pageLinks(page);
    const first = new Map<string, PageLink>();
    return links.flatMap((link) => {
      const {place, end} = link;
      const fault = faultOf(link);
      if (fault) return [{place, end, ...fault}];
      const key = link.text.toLowerCase();
      const other = first.get(key);
      if (!other) first.set(key, link);
      if (!other || sameAddress(other.url, link.url)) return [];
      return [
        {
          place,
          end,
          problem: `\`${link.text}\` leads to two addresses on this page, expected a text of its own for each`,
          fix: 'Say in each text what only its own address holds.',
          related: {path: page.document.path, place: other.place},
        },
      ];
    });
  },
};

function faultOf({text, url}: PageLink): Pick<PageFinding, 'problem' | 'fix'> | undefined {
  const words = text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (text === '') {
    return {
      problem: 'link has no text, expected text that says where it goes',
      fix: 'Write the text, or the text alternative of its picture.',
    };
  }
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) {
    return {
      problem: 'link has its address as its text, expected text that says where it goes',
      fix: `Write a text such as the title of the document, \`[title](${url})\`.`,
    };
  }
  // An index from A to Z leads to headings of its own page.
  const isLetter = words.length <= 1 && !url.startsWith('#');
  if (!isLetter && !VAGUE.has(words)) return undefined;
  return {
    problem: `link text is \`${text}\`, expected text that says where it goes`,
    fix: 'Write what a reader finds there, such as the title of the page.',
  };
}

function sameAddress(a: string, b: string): boolean {
  return a.replace(/\/$/, '') === b.replace(/\/$/, '');
}
