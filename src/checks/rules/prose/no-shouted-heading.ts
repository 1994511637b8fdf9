import {editOf, hideQuoted, placesOf, runAt, runOf, type TextRun} from '../../../markdown/text-runs.ts';
import {visit} from '../../../markdown/visit.ts';
import type {PageFinding, PageRule} from '../../rule.ts';

export const noShoutedHeading: PageRule = {
  id: 'no-shouted-heading',
  group: 'prose',
  summary: 'Titles and headings are not in capitals, and do not end with a punctuation mark.',
  why: 'Capitals are slow to read, and some screen readers spell them out.',
  good: ['## What the parish did', '## NHS and DCMS', '## DEFRA', '## The "Next Steps For Fords" report etc.'],
  bad: ['## Clear the weir.', '## What to clear:', '## CLEAR THE WEIR', '---\ntitle: CLEAR A WEIR\n---\nClear it.'],
  check: (page) => {
    const runs = runAt(page, ['title'], page.document.frontMatter?.title);
    visit(page.tree, 'heading', (heading) => void runs.push(runOf(heading, page.document.text)));
    return runs.flatMap((run) => [...checkEnding(page.document.text, run), ...checkCapitals(page.document.text, run)]);
  },
};

function checkEnding(source: string, run: TextRun): PageFinding[] {
  const text = run.text.trimEnd();
  if (!/[^.][.,;:]$/.test(text) || /\b(?:etc|Ltd|Inc|Co|St|plc|\p{Lu})\.$/u.test(text)) return [];
  return [
    {
      ...placesOf(source, run, text.length - 1, 1),
      problem: `heading ends with \`${text.slice(-1)}\`, expected no punctuation mark`,
      fix: 'Delete the punctuation mark.',
      edit: editOf(source, run, text.length - 1, 1, ''),
    },
  ];
}

/** Finds headings in capitals. A single word, or two words of at most five letters, may be names. */
function checkCapitals(source: string, run: TextRun): PageFinding[] {
  const words = hideQuoted(run.text).match(/\p{L}+/gu) ?? [];
  const isShouted = words.length > 1 && words.every((word) => word === word.toUpperCase());
  if (!isShouted || (words.length < 3 && words.every(({length}) => length <= 5))) return [];
  return [
    {
      ...placesOf(source, run, 0, run.text.length),
      problem: `\`${run.text}\` is in capitals, expected a capital only for the first word and for names`,
      fix: 'Use lower case, except for the first letter and for names.',
    },
  ];
}
