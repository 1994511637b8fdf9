import type {TextRun} from '../prose/text-runs.ts';
import {editOf, hideQuoted, placesOf, runAt, runOf} from '../prose/text-runs.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import {visit} from '../visit.ts';

/** Words of headings that seldom stand in the name of an organisation or a programme. */
const COMMON = new Set(
  `about after and answers are ask asked at background be before benefits can case changed contents cost costs details did do does done examples evidence facts figures findings first for from further get goes good had happened happens has have help hours how if in introduction is issues know learned learnt lessons like looks made matters means methods more need needs next not objectives of on or our outcomes overview problems questions recommendations reading references results risks says section should sources staff starting started steps studies summary tables than that the their they this to training use used using was we went were what when where which who why will with wrong you your`.split(
    ' ',
  ),
);
/** Short words that names hold in small letters too. */
const LITTLE = /^(?:a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|over|per|the|to|up|via|vs|with)$/i;
const WORD_RE = /[\p{L}][\p{L}'’]*/gu;

export const noTitleCaseHeading: PageRule = {
  id: 'no-title-case-heading',
  group: 'prose',
  summary: 'Titles and headings have a capital only for the first word and for names, and no stop at the end.',
  why: 'Capitals inside a heading make every word look like a name; headings are read faster without them.',
  good: [
    '## What the parish did',
    '## Clerks Connected and River Trust England',
    '## Riverside Central Barn Development Trust',
    '## Fords: how they work',
    '## NHS and DCMS',
    '## The "Next Steps For Fords" report etc.',
  ],
  bad: [
    '## What They Did',
    '## Next Steps',
    '## Lessons Learned And Questions To Ask',
    '## Clear the weir.',
    '## What to clear:',
    '## CLEAR THE WEIR',
    '---\ntitle: How To Clear A Weir\n---\nClear it.',
  ],
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

function judgeCapitals(source: string, run: TextRun): PageFinding[] {
  const words = [...hideQuoted(run.text).matchAll(WORD_RE)];
  const found = isAllCapitals(words)
    ? 'is wholly in capitals'
    : isTitleCase(run.text, words)
      ? 'has capitals inside'
      : undefined;
  if (!found) return [];
  return [
    {
      ...placesOf(source, run, 0, run.text.length),
      problem: `\`${run.text}\` ${found}, expected a capital only for the first word and for names`,
      fix: 'Write small letters for all words but the first and names.',
    },
  ];
}

function isAllCapitals(words: readonly RegExpExecArray[]): boolean {
  const texts = words.map(([word]) => word);
  if (texts.some((word) => /\p{Ll}/u.test(word))) return false;
  // A row of abbreviations is no shouting.
  return (
    texts.some((word) => word.length > 2 && (COMMON.has(word.toLowerCase()) || LITTLE.test(word))) ||
    texts.some(({length}) => length > 8)
  );
}

/** Whether each later word of weight has a capital, and the common ones among them are no name. */
function isTitleCase(text: string, words: readonly RegExpExecArray[]): boolean {
  const later = words.filter(
    // A colon begins anew, and a capital after it may be meant.
    ({0: word, index}, place) => place > 0 && !LITTLE.test(word) && !/[:.?!–—-]\s*$/.test(text.slice(0, index)),
  );
  if (later.length === 0 || later.some(([word]) => /^\p{Ll}/u.test(word))) return false;
  const common = later.filter(([word]) => /^\p{Lu}\p{Ll}/u.test(word) && COMMON.has(word.toLowerCase()));
  const capitalLittle = words.slice(1).filter(([word]) => LITTLE.test(word) && /^\p{Lu}/u.test(word));
  const opening = words[0]?.[0].toLowerCase() ?? '';
  return common.length + capitalLittle.length > 1 || (common.length === 1 && COMMON.has(opening));
}
