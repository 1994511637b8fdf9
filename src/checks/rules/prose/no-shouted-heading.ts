import type {TextRun} from '../../../markdown/text-runs.ts';
import {editOf, hideQuoted, placesOf, runAt, runOf} from '../../../markdown/text-runs.ts';
import {visit} from '../../../markdown/visit.ts';
import type {PageFinding, PageRule} from '../../rule.ts';

export const noShoutedHeading: PageRule = {
  id: 'no-shouted-heading',
  group: 'prose',
  summary: 'Titles and headings are not in capitals, and have no stop at the end.',
  why: 'Words in capitals are slow to read, and some screen readers spell them out.',
  good: ['## What the parish did', '## NHS and DCMS', '## DEFRA', '## The "Next Steps For Fords" report etc.'],
  bad: ['## Clear the weir.', '## What to clear:', '## CLEAR THE WEIR', '---\ntitle: CLEAR A WEIR\n---\nClear it.'],
  check: (page) => {
    const runs = runAt(page, ['title'], page.document.frontMatter?.title);
    visit(page.tree, 'heading', (heading) => void runs.push(runOf(heading, page.document.text)));
    return runs.flatMap((run) => [...judgeStop(page.document.text, run), ...judgeCapitals(page.document.text, run)]);
  },
};

function judgeStop(source: string, run: TextRun): PageFinding[] {
  const text = run.text.trimEnd();
  if (!/[^.][.,;:]$/.test(text) || /\b(?:etc|Ltd|Inc|Co|St|plc|\p{Lu})\.$/u.test(text)) return [];
  return [
    {
      ...placesOf(source, run, text.length - 1, 1),
      problem: `heading ends with \`${text.slice(-1)}\`, expected none`,
      fix: 'Leave out the mark at its end.',
      edit: editOf(source, run, text.length - 1, 1, ''),
    },
  ];
}

/** Several words without a small letter; one alone, or a row of abbreviations of at most five letters, may be names. */
function judgeCapitals(source: string, run: TextRun): PageFinding[] {
  const words = hideQuoted(run.text).match(/\p{L}+/gu) ?? [];
  const isShouted = words.length > 1 && words.every((word) => word === word.toUpperCase());
  if (!isShouted || (words.length < 3 && words.every(({length}) => length <= 5))) return [];
  return [
    {
      ...placesOf(source, run, 0, run.text.length),
      problem: `\`${run.text}\` is wholly in capitals, expected a capital only for the first word and for names`,
      fix: 'Write small letters for all words but the first and names.',
    },
  ];
}
