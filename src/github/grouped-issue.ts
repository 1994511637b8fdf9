import type {BlockContent} from 'mdast';
import {code, paragraph, stringify, text, toPhrasing} from '../format/markdown-nodes.ts';

/** What an issue says to one role, `Guidance editor`: an item for each thing to do. */
export interface IssueGroup {
  label: string;
  items: readonly BlockContent[];
}

// "body is too long (maximum is 65536 characters)", says the API.
const MAX_BODY = 65_536;
const ROOM_FOR_THE_END = 500;

/**
 * The body of an issue that tells each role what it has to do. Once an item does not fit none does: how many are left
 * out is told, with the command that shows them.
 */
export function renderGroupedIssue(
  marker: string,
  opening: BlockContent[],
  groups: readonly IssueGroup[],
  command: string,
): string {
  const parts = [marker, stringify(opening)];
  let room = MAX_BODY - ROOM_FOR_THE_END - parts.join('\n\n').length;
  let hidden = 0;
  for (const {label, items} of groups) {
    for (const [index, item] of items.entries()) {
      const heading = index === 0 ? [{type: 'heading', depth: 2, children: toPhrasing(label)} as const] : [];
      const block = stringify([...heading, item]);
      room -= block.length + 2;
      if (room < 0) hidden += 1;
      else parts.push(block);
    }
  }
  if (hidden > 0) {
    const more = `${hidden} more ${hidden === 1 ? 'is' : 'are'} not shown here: run `;
    parts.push(stringify([paragraph([text(more), code(command), text('.')])]));
  }
  return `${parts.join('\n\n')}\n`;
}
