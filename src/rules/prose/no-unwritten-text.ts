import type {Heading} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {isNonAnswer} from '../../content/front-matter/non-answers.ts';
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {visit} from '../../content/markdown/visit.ts';
import {UNWRITTEN_MARK} from '../../content/pages/page-kinds.ts';
import {type PageFinding, type PageRule, spanOf} from '../rule.ts';
import {placeholderIn} from '../text/placeholders.ts';
import {blockRuns, hideQuoted, placesOf} from '../text/text-runs.ts';
import about from './no-unwritten-text.json' with {type: 'json'};

export const noUnwrittenText: PageRule = {
  id: 'no-unwritten-text',
  group: 'prose',
  ...about,
  check: (page) => [...unwrittenKeys(page), ...placeholders(page), ...emptySections(page)],
};

function placeholders(page: ParsedPage): PageFinding[] {
  const findings: PageFinding[] = [];
  visit(page.tree, 'text', ({value, position}) => {
    if (!value.includes(UNWRITTEN_MARK)) return;
    const problem = `draft still has \`${UNWRITTEN_MARK}\`, expected your own text`;
    const at = {place: position?.start, end: position?.end};
    findings.push({...at, problem, fix: 'Replace it. If nothing is known, write `Not known`.'});
  });
  const source = page.document.text;
  for (const run of blockRuns(page)) {
    const placeholder = placeholderIn(hideQuoted(run.text), run.block === 'tableCell');
    if (placeholder === undefined) continue;
    findings.push({
      ...placesOf(source, run, run.text.indexOf(placeholder), placeholder.length),
      problem: `\`${placeholder}\` looks unfinished, expected what is known`,
      fix: 'Write what is known, or `Not known`.',
    });
  }
  return findings;
}

/** Keys of front matter whose value is written by the author, at any depth. */
const WRITTEN_KEYS = 'title description service place cost partners figure what publisher why'.split(' ');

/** No page or source goes without these. */
const NEEDED_KEYS = 'title description service place figure what publisher why'.split(' ');

function unwrittenKeys({document: {frontMatter, placeOf}}: ParsedPage): PageFinding[] {
  return frontMatterTexts(frontMatter).flatMap(({path, text}) => {
    const key = path.findLast((step) => typeof step === 'string') ?? '';
    if (!WRITTEN_KEYS.includes(String(key))) return [];
    const unfinished = text.includes(UNWRITTEN_MARK) ? UNWRITTEN_MARK : isNonAnswer(text) ? text : placeholderIn(text);
    if (unfinished === undefined) return [];
    return {
      place: placeOf(path),
      problem: `\`${unfinished}\` in \`${key}\` looks unfinished, expected what is known`,
      fix: NEEDED_KEYS.includes(String(key)) ? 'Write your own text.' : 'Write what is known, or remove the key.',
    };
  });
}

function emptySections({tree}: ParsedPage): PageFinding[] {
  // Readers do not see comments.
  const blocks = tree.children.filter(({type}) => type !== 'html');
  return blocks.flatMap((block, index) => {
    if (block.type !== 'heading' || !isEmpty(block, blocks[index + 1])) return [];
    return {
      ...spanOf(block),
      problem: `no text below the heading \`${textOf(block)}\`, expected some`,
      fix: 'Add text, or say that nothing is known.',
    };
  });
}

/** A lower-level heading may follow directly. */
function isEmpty(heading: Heading, next: {type: string; depth?: number} | undefined): boolean {
  if (!next) return true;
  return next.type === 'heading' && (next.depth ?? 0) <= heading.depth;
}
