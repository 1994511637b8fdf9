import type {Paragraph} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {Fault} from '../../content/problem.ts';
import {type PageRule, spanOf} from '../rule.ts';

/** About as many words as a phone shows before you scroll. */
const MAX = 50;

const words = (n: number) => `${'Clerk '.repeat(n).trim()}.`;

export const requireAnswerFirst: PageRule = {
  id: 'require-answer-first',
  group: 'structure',
  summary: `A page begins with its answer, in a paragraph of at most ${MAX} words.`,
  why: 'Most people read the first lines and leave. Say there what to do, what it achieves or what the law requires.',
  good: [
    'Villages that clear their weir in autumn stay dry. Ask the parish first.\n\n## Why',
    words(MAX),
    'Who clears the weir? The parish does, each autumn.',
  ],
  bad: [
    '## Why\n\nVillages that clear their weir stay dry.',
    words(MAX + 1),
    '![The weir at noon](weir.png)\n\nClear it in autumn.',
    '- Clear the weir.',
  ],
  check: (page) => {
    // A case study begins with its standard sections.
    if (page.kind !== 'page') return [];
    const first = page.tree.children.find(({type}) => !['yaml', 'definition', 'html'].includes(type));
    if (!first) return [];
    const fault = first.type === 'paragraph' ? faultOf(first) : NO_ANSWER;
    return fault ? [{...spanOf(first), ...fault}] : [];
  },
};

const NO_ANSWER = {
  problem: 'page does not begin with text, expected a paragraph that gives the answer',
  fix: 'Begin with one or two sentences that say what readers should know or do.',
};

function faultOf(first: Paragraph): Fault | undefined {
  if (first.children.every(({type}) => type === 'image' || type === 'imageReference')) {
    return NO_ANSWER;
  }
  const count = textOf(first, {includeImageAlt: false})
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (count <= MAX) return undefined;
  return {
    problem: `first paragraph has ${count} words, expected at most ${MAX}`,
    fix: 'Keep the answer, and move the rest into a second paragraph.',
  };
}
