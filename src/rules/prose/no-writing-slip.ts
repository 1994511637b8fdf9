import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import {type PageWord, pageSentences} from '../text/page-sentences.ts';
import {blockRuns, frontMatterRuns, hideQuoted, offsetAt, placesOf} from '../text/text-runs.ts';
import texts from './no-writing-slip.json' with {type: 'json'};

const {needNext, confused, ...about} = texts;

/**
 * Words that are repeated only by mistake, so deleting one is safe. Other repeats can be right: "Visitors logged in in
 * 2016" and "what the ford is is a road".
 */
const NEVER_MEANT_TWICE = new Set(['the', 'a', 'an', 'and', 'or', 'of', 'our', 'their', 'its', 'we', 'they']);

const OFTEN_MEANT_TWICE = new Set(['had', 'that']);

export const noWritingSlip: PageRule = {
  id: 'no-writing-slip',
  group: 'prose',
  language: 'en',
  ...about,
  check: (page) => [...repeatedWords(page), ...repeatedMarks(page), ...cutSentences(page), ...confusedWords(page)],
};

function repeatedWords(page: ParsedPage): PageFinding[] {
  return pageSentences(page).flatMap((sentence) =>
    sentence.flatMap((word, index) => {
      const before = sentence[index - 1];
      return before && isRepeated(before, word) ? [repeatedWord(page, before, word)] : [];
    }),
  );
}

/** A name such as `Baden Baden` has a capital for its second word. */
function isRepeated(before: PageWord, {normal, text, gap}: PageWord): boolean {
  return before.normal === normal && /^\s+$/.test(gap) && /^\p{Ll}/u.test(text) && !OFTEN_MEANT_TWICE.has(normal);
}

function repeatedWord({document: {text}}: ParsedPage, before: PageWord, word: PageWord): PageFinding {
  const isMistake = NEVER_MEANT_TWICE.has(word.normal);
  const [start, end] = [before.end, word.end].map((place) => (place ? offsetAt(text, place) : 0));
  const isPlain = text.slice(start, end).trim() === word.text;
  return {
    place: before.place,
    end: word.end,
    problem: `\`${before.text} ${word.text}\` repeats a word, expected it once`,
    fix: isMistake ? 'Delete one of the two.' : 'Delete one of the two. If you mean both, rewrite the sentence.',
    // Without the second word and the space before it.
    edit: isMistake && isPlain && start !== undefined && end !== undefined ? {start, end, text: ''} : undefined,
  };
}

/** `!!!`, `,,`, `?!` and `..`, but not `...` and not `../`. */
const REPEATED_MARKS_RE = /[!?,;:]{2,}|(?<!\.)\.\.(?![.\w/])/g;

function repeatedMarks(page: ParsedPage): PageFinding[] {
  return [...blockRuns(page), ...frontMatterRuns(page)].flatMap((run) =>
    [...hideQuoted(run.text).matchAll(REPEATED_MARKS_RE)].flatMap(({0: marks, index}) => {
      // Another rule finds `??`, and two colons begin a block.
      if (/^(?:\?+|:+)$/.test(marks)) return [];
      return {
        ...placesOf(page.document.text, run, index, marks.length),
        problem: `\`${marks}\` repeats a punctuation mark, expected one`,
        fix: `Write \`${marks.charAt(0)}\`.`,
      };
    }),
  );
}

/** Words that spelling does not show to be wrong: only the author knows what was meant. */
function confusedWords(page: ParsedPage): PageFinding[] {
  const meanings: Readonly<Record<string, string>> = confused;
  return pageSentences(page).flatMap((sentence) =>
    sentence.flatMap((word, index) => {
      const before = sentence[index - 1];
      const pair = `${before?.normal} ${word.normal}`;
      const [meant, first] = meanings[pair] ? [meanings[pair], before] : [meanings[word.normal], word];
      const problem = `\`${first === word ? word.text : pair}\` may be a slip, expected \`${meant}\` if that is meant`;
      const fix = `Do you mean \`${meant}\`? Then write it.`;
      return meant ? [{place: first?.place, end: word.end, severity: 'note' as const, problem, fix}] : [];
    }),
  );
}

/** A sentence may end in `for` or `with`: "the boats they paid for". */
const CUT_RE = new RegExp(`(?<=\\p{L} )(?:${needNext.join('|')})\\.(?=\\s|$)`, 'gu');

function cutSentences(page: ParsedPage): PageFinding[] {
  return blockRuns(page).flatMap((run) =>
    [...hideQuoted(run.text).matchAll(CUT_RE)].map(({0: end, index}) => ({
      ...placesOf(page.document.text, run, index, end.length),
      problem: `sentence ends in \`${end}\`, expected the rest of it`,
      fix: 'Complete the sentence.',
    })),
  );
}
