import {UNWRITTEN_MARK} from '../drafts/page-kinds.ts';
import type {PageRule} from '../rule.ts';
import {visit} from '../visit.ts';

export const noUnwrittenText: PageRule = {
  id: 'no-unwritten-text',
  group: 'prose',
  summary: 'A page holds no text that is still to be written.',
  why: 'A draft says where words are missing; readers must never meet such a note in their place.',
  good: [
    'You can write here: the desk is by the door.',
    'Begin each part of a draft with `Write here:` and a question.',
    '```text\nWrite here: why the village did it.\n```',
  ],
  bad: [
    'Write here: why the village did it.',
    '## Why\n\n- **Write here:** the first step',
    'The pumps ran all night. Write here: how many homes stayed dry.',
  ],
  check: (page) => {
    const found: ReturnType<PageRule['check']> = [];
    visit(page.tree, 'text', ({value, position}) => {
      if (!value.includes(UNWRITTEN_MARK)) return;
      found.push({
        place: position?.start,
        end: position?.end,
        problem: `text says \`${UNWRITTEN_MARK}\`, expected the words themselves`,
        fix: 'Write the words in its place, or remove the section if there is nothing to say.',
      });
    });
    return found;
  },
};
