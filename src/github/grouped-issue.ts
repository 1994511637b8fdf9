import type {BlockContent} from 'mdast';
import {limitedBody} from '../format/limited-body.ts';
import {code, paragraph, stringify, text, toPhrasing} from '../format/markdown-nodes.ts';

/** What an issue asks of one role, `Guidance editor`: an item for each thing to do. */
export interface IssueGroup {
  label: string;
  items: readonly BlockContent[];
}

/**
 * The body of an issue that lists for each role what to do. If not all items fit, it says how many are left out and
 * which command shows them.
 */
export function renderGroupedIssue(
  marker: string,
  opening: BlockContent[],
  groups: readonly IssueGroup[],
  command: string,
): string {
  const body = limitedBody(marker, stringify(opening));
  let hidden = 0;
  for (const {label, items} of groups) {
    for (const [index, item] of items.entries()) {
      const heading = index === 0 ? [{type: 'heading', depth: 2, children: toPhrasing(label)} as const] : [];
      if (!body.add(stringify([...heading, item]))) hidden += 1;
    }
  }
  if (hidden === 0) return body.render();
  const more = `${hidden} more ${hidden === 1 ? 'is' : 'are'} not shown here: run `;
  return body.render(stringify([paragraph([text(more), code(command), text('.')])]));
}
