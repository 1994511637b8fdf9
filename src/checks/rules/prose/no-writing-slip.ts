import type {Root, Sentence, Word} from 'nlcst';
import {toString as textOf} from 'nlcst-to-string';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import type {MessageOptions, VFile} from 'vfile';
import type {ParsedPage} from '../../../markdown/parsed-page.ts';
import {sentencesIn} from '../../../markdown/sentences.ts';
import {blockRuns, frontMatterRuns, hideQuoted, placesOf} from '../../../markdown/text-runs.ts';
import type {Place} from '../../../model/problem.ts';
import {pageSentences, proseOf} from '../../prose/page-sentences.ts';
import type {PageFinding, PageRule} from '../../rule.ts';
import about from './no-writing-slip.json' with {type: 'json'};

const findArticles = retextIndefiniteArticle();
const findRepeated = retextRepeatedWords();

/** Replaces the words before an article in its sentence. */
const ANY_WORD: Word = {type: 'WordNode', children: []};

/** Words before and after a letter that is a name, as in `plan a`, and not an article. */
const LETTERED_RE =
  /^(?:annex|appendix|block|box|class|figure|grade|group|hepatitis|item|letter|level|list|option|part|plan|point|route|schedule|section|step|table|type|unit|vitamin|zone)$/i;
const AFTER_LETTER_RE = /^(?:are|as|at|if|in|is|it|of|on)$/i;

/** Words that begin with the sound of `you`, which the plugin gets wrong. */
const AS_YOU_RE = /^(?:uni(?:c|l|p|s(?!s))|usher)/i;

/**
 * Words that are repeated only by mistake, so deleting one is safe. Other repeats can be right: "Visitors logged in in
 * 2016" and "what the ford is is a road".
 */
const NEVER_MEANT_TWICE = new Set(['the', 'a', 'an', 'and', 'or', 'of', 'our', 'their', 'its', 'we', 'they']);

export const noWritingSlip: PageRule = {
  id: 'no-writing-slip',
  group: 'prose',
  language: 'en',
  ...about,
  check: (page) => [...repeatedWords(page), ...wrongArticles(page), ...repeatedMarks(page), ...brokenOff(page)],
};

/** `!!!`, `,,`, `?!` and `..`, but not `...` and not `../`. */
const REPEATED_MARKS_RE = /[!?,;:]{2,}|(?<!\.)\.\.(?![.\w/])/g;

function repeatedMarks(page: ParsedPage): PageFinding[] {
  return [...blockRuns(page), ...frontMatterRuns(page)].flatMap((run) =>
    [...hideQuoted(run.text).matchAll(REPEATED_MARKS_RE)].flatMap(({0: found, index}) => {
      // Another rule finds `??`, and two colons begin a block.
      if (/^(?:\?+|:+)$/.test(found)) return [];
      return [
        {
          ...placesOf(page.document.text, run, index, found.length),
          problem: `\`${found}\` repeats a punctuation mark, expected one`,
          fix: `Write \`${found.charAt(0)}\`.`,
        },
      ];
    }),
  );
}

/** Words that introduce what follows: a sentence that ends in one has lost its end, often an item of a list. */
const BROKEN_OFF_RE = /(?<![\p{L}\p{N}-])(?:such as|including|because|and|or|the|an)\s*[.;!](?=\s|$)/giu;

function brokenOff(page: ParsedPage): PageFinding[] {
  return blockRuns(page).flatMap((run) =>
    [...hideQuoted(run.text).matchAll(BROKEN_OFF_RE)].flatMap(({0: found, index}) => {
      // A list in one sentence ends its items in `; and`.
      if (/^(?:and|or)\s*;/i.test(found)) return [];
      return [
        {
          ...placesOf(page.document.text, run, index, found.length),
          problem: `sentence breaks off after \`${found.replace(/\s*[.;!]$/, '')}\`, expected its end`,
          fix: 'Finish the sentence, or delete the word.',
        },
      ];
    }),
  );
}

/** A plugin's finding. `span` gives offsets if the file has the text as it is read. */
interface Slip {
  actual: string;
  better: string;
  place: Place | undefined;
  end: Place | undefined;
  span: {start: number; end: number} | undefined;
}

/**
 * Runs a plugin. The plugins are slow, so they get only sentences that may contain a mistake, and a file that records
 * plain data: each message of a `VFile` is an error with a stack.
 */
function slipsIn(
  sentences: readonly Sentence[],
  plugin: (tree: Root, file: VFile) => unknown,
  page: ParsedPage,
): Slip[] {
  if (sentences.length === 0) return [];
  const messages: {place: MessageOptions['place']; actual?: string; expected?: string[]}[] = [];
  const file = {message: (_: string, {place}: MessageOptions) => messages[messages.push({place}) - 1]};
  plugin(rootOf(sentences), file as unknown as VFile);
  return messages.map(({place, actual = '', expected: [better = ''] = []}) => {
    if (!place || !('start' in place)) return {actual, better, place: undefined, end: undefined, span: undefined};
    const span = {start: place.start.offset ?? 0, end: place.end.offset ?? 0};
    const isPlain = page.document.text.slice(span.start, span.end) === actual;
    return {actual, better, place: place.start, end: place.end, span: isPlain ? span : undefined};
  });
}

function rootOf(sentences: readonly Sentence[]): Root {
  return {type: 'RootNode', children: [{type: 'ParagraphNode', children: [...sentences]}]};
}

function repeatedWords(page: ParsedPage): PageFinding[] {
  const words = pageSentences(page);
  const suspect = sentencesIn(proseOf(page)).filter((_, at) =>
    words[at]?.some(({normal}, index) => normal === words[at]?.[index - 1]?.normal),
  );
  return slipsIn(suspect, findRepeated, page).map(({actual, better, place, end, span}) => {
    const isMistake = NEVER_MEANT_TWICE.has(better.toLowerCase());
    return {
      place,
      end,
      problem: `\`${actual.replace(/\s+/g, ' ')}\` repeats a word, expected it once`,
      fix: isMistake ? 'Delete one of the two.' : 'Delete one of the two. If you mean both, rewrite the sentence.',
      // Removes the first word and the spaces after it, so that the line keeps its indent.
      edit: span && isMistake ? {start: span.start + better.length, end: span.end, text: ''} : undefined,
    };
  });
}

function wrongArticles(page: ParsedPage): PageFinding[] {
  const suspect = sentencesIn(proseOf(page)).flatMap(articlesIn);
  return slipsIn(suspect, findArticles, page).map(({actual, better, place, end, span}) => {
    const next = span && wordAfter(page.document.text.slice(span.end, span.end + 60));
    const expected = next ? `${better} ${next}` : better;
    return {
      place,
      end,
      problem: `\`${next ? `${actual} ${next}` : actual}\` has the wrong article, expected \`${expected}\``,
      fix: `Write \`${expected}\`.`,
      edit: span && {...span, text: better},
    };
  });
}

/** `a` or `an` with the three nodes after it: a space, a possible punctuation mark, and a word. */
function articlesIn({children}: Sentence): Sentence[] {
  return children.flatMap((node, index): Sentence[] => {
    if (node.type !== 'WordNode' || !/^an?$/i.test(textOf(node))) return [];
    const [before, next] = [children[index - 2], children[index + 2]];
    if (before && LETTERED_RE.test(textOf(before))) return [];
    if (next && (AFTER_LETTER_RE.test(textOf(next)) || AS_YOU_RE.test(textOf(next)))) return [];
    const isFirst = children.findIndex(({type}) => type === 'WordNode') === index;
    const phrase = children.slice(index, index + 4);
    return [{type: 'SentenceNode', children: isFirst ? phrase : [ANY_WORD, ...phrase]}];
  });
}

/** The next word, without punctuation. */
function wordAfter(text: string): string | undefined {
  return /^[\s*_"'“‘([]+([\p{L}\p{N}£$€][\p{L}\p{N}’'%-]*)/u.exec(text)?.[1];
}
