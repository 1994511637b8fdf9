import type {Message} from './structure-messages.ts';

/** What remark-lint finds, as an author would be told, by the name of its rule. */
export const MARKDOWN_MESSAGES: Readonly<Record<string, Message>> = {
  'no-blockquote-without-marker': {
    problem: 'line goes on with the quotation above it, expected `>` before it',
    fix: 'Write `> ` before the line, or leave an empty line above it if the quotation has ended.',
  },
  'no-shortcut-reference-image': {
    problem: 'picture names its address by one pair of brackets, expected the address itself',
    fix: 'Write `![words](address)`.',
  },
  'no-shortcut-reference-link': {
    problem: 'link names its address by one pair of brackets, expected the address itself',
    fix: 'Write `[words](address)`.',
  },
  'no-undefined-references': {
    problem: 'link cannot be followed, expected its address in round brackets right after the square ones',
    fix: 'Write `[words](address)`, with no space between the brackets and none in the address.',
  },
};

/** The same of `[^1]`. */
export const FOOTNOTE_MESSAGE: Message = {
  problem: 'mark of a footnote leads to none, expected the words of the footnote on this page',
  fix: 'Write them on a line of their own, such as `[^1]: words`, or delete the mark.',
};
