import type {Heading} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {ParsedPage} from '../../../markdown/parsed-page.ts';
import {visit} from '../../../markdown/visit.ts';
import {UNWRITTEN_MARK} from '../../../model/pages/page-kinds.ts';
import type {PageFinding, PageRule} from '../../rule.ts';
import about from './no-unwritten-text.json' with {type: 'json'};

/** Placeholders that authors use for missing text, as whole words in any case. */
const PLACEHOLDER_RE = /(?<![\p{L}\p{N}])(?:tbc|tba|tbd|todo|xxx+|lorem ipsum)(?![\p{L}\p{N}])|\?\?+/iu;

export const noUnwrittenText: PageRule = {
  id: 'no-unwritten-text',
  group: 'prose',
  ...about,
  check: (page) => [...placeholders(page), ...emptySections(page)],
};

function placeholders({tree}: ParsedPage): PageFinding[] {
  const found: PageFinding[] = [];
  visit(tree, 'text', ({value, position}) => {
    const at = {place: position?.start, end: position?.end};
    if (value.includes(UNWRITTEN_MARK)) {
      const problem = `draft still has \`${UNWRITTEN_MARK}\`, expected your own text`;
      found.push({...at, problem, fix: 'Replace it. If nothing is known, write `Not known`.'});
    }
    const [placeholder] = PLACEHOLDER_RE.exec(value) ?? [];
    if (placeholder === undefined) return;
    const problem = `\`${placeholder}\` looks unfinished, expected what is known`;
    found.push({...at, problem, fix: 'Write what is known, or `Not known`.'});
  });
  return found;
}

function emptySections({tree}: ParsedPage): PageFinding[] {
  // Readers do not see comments.
  const blocks = tree.children.filter(({type}) => type !== 'html');
  return blocks.flatMap((block, index) => {
    if (block.type !== 'heading' || !isEmpty(block, blocks[index + 1])) return [];
    return [
      {
        place: block.position?.start,
        end: block.position?.end,
        problem: `no text below the heading \`${textOf(block)}\`, expected some`,
        fix: 'Add text, or say that nothing is known.',
      },
    ];
  });
}

/** A lower-level heading may follow directly. */
function isEmpty(heading: Heading, next: {type: string; depth?: number} | undefined): boolean {
  if (!next) return true;
  return next.type === 'heading' && (next.depth ?? 0) <= heading.depth;
}
