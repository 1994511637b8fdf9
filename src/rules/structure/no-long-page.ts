import type {RootContent} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {PageFinding, PageRule} from '../rule.ts';
import {runOf} from '../text/text-runs.ts';

/** Five minutes of reading. */
const MAX_ON_PAGE = 1200;

/** About three screens of a phone. */
const MAX_SECTION_WORDS = 400;

const text = (n: number) => `${'Clerk '.repeat(n).trim()}.`;
const sections = (n: number, length: number) =>
  Array.from({length: n}, (_, at) => `## Part ${at + 1}\n\n${text(length)}`).join('\n\n');

export const noLongPage: PageRule = {
  id: 'no-long-page',
  group: 'structure',
  summary: `A page has at most ${MAX_ON_PAGE} words, and a section at most ${MAX_SECTION_WORDS}. Words in tables, code and quotations are not counted.`,
  why: 'Most people read less than a third of a page. In a long section they cannot find the part that they need.',
  good: [
    text(MAX_SECTION_WORDS),
    sections(3, 390),
    `${text(300)}\n\n### How\n\n${text(300)}`,
    `${text(300)}\n\n> ${text(300)}\n\n| Year |\n| --- |\n| ${text(300)} |`,
  ],
  bad: [
    text(MAX_SECTION_WORDS + 1),
    sections(4, 390),
    `## Why\n\n${text(300)}\n\n- ${text(150)}`,
    Array.from({length: 120}, () => text(10)).join('\n\n'),
  ],
  check: ({tree, document}) => {
    const findings: PageFinding[] = [];
    let [total, words] = [0, 0];
    let heading: RootContent | undefined;
    const close = () => {
      total += words;
      if (words <= MAX_SECTION_WORDS) return;
      const name = heading ? `section \`${textOf(heading)}\`` : 'text above the first heading';
      findings.push({
        place: heading?.position?.start ?? {line: document.bodyOffset + 1, column: 1},
        end: heading?.position?.end,
        problem: `${name} has ${words} words, expected at most ${MAX_SECTION_WORDS}`,
        fix: 'Divide it with `###` headings, or shorten it.',
      });
    };
    for (const node of tree.children) {
      if (node.type === 'heading') {
        close();
        [heading, words] = [node, 0];
      } else if (node.type === 'paragraph' || node.type === 'list') {
        words += runOf(node, document.text)
          .text.split(/\s+/)
          .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      }
    }
    close();
    if (total <= MAX_ON_PAGE) return findings;
    return [
      {
        place: document.placeOf(['title']),
        problem: `page has ${total} words, expected at most ${MAX_ON_PAGE}`,
        fix: 'Shorten it, or move a part of it to a second page.',
      },
      ...findings,
    ];
  },
};
