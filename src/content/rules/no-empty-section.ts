import type {Heading} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {PageRule} from '../rule.ts';

export const noEmptySection: PageRule = {
  id: 'no-empty-section',
  group: 'structure',
  summary: 'Words stand below every heading.',
  why: 'A reader who follows a heading and finds nothing cannot tell whether something was lost or nothing is known.',
  good: [
    '## What it cost\n\nNothing is known.',
    '## Homes\n\n### By the river\n\nWords.',
    '## Homes\n\n![The ford at noon](ford.png)',
  ],
  bad: [
    '## What it cost\n\n## What happened\n\nWords.',
    'Words.\n\n## What they learned',
    '## Homes\n\n### By the river\n\n## Roads\n\nWords.',
  ],
  check: ({tree}) => {
    // A comment is not seen by readers.
    const blocks = tree.children.filter(({type}) => type !== 'html');
    return blocks.flatMap((block, index) => {
      if (block.type !== 'heading' || !isEmpty(block, blocks[index + 1])) return [];
      return [
        {
          place: block.position?.start,
          end: block.position?.end,
          problem: `nothing stands below the heading \`${textOf(block)}\`, expected words`,
          fix: 'Write them, and if nothing is known, say so; or remove the heading.',
        },
      ];
    });
  },
};

/** A smaller heading right below begins the words. */
function isEmpty(heading: Heading, next: {type: string; depth?: number} | undefined): boolean {
  if (!next) return true;
  return next.type === 'heading' && (next.depth ?? 0) <= heading.depth;
}
