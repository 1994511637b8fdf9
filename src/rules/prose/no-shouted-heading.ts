import type {CheckContext} from '../../content/check-context.ts';
import {visit} from '../../content/markdown/visit.ts';
import {languageOf} from '../../language/text.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import {spellingOf} from '../text/spelling.ts';
import {editOf, hideQuoted, placesOf, runAt, runOf, type TextRun} from '../text/text-runs.ts';
import about from './no-shouted-heading.json' with {type: 'json'};

export const noShoutedHeading: PageRule = {
  id: 'no-shouted-heading',
  group: 'prose',
  ...about,
  check: (page, context) => {
    const titles = runAt(page, ['title'], page.document.frontMatter?.title);
    const runs = [...titles];
    visit(page.tree, 'heading', (heading) => void runs.push(runOf(heading, page.document.text)));
    const source = page.document.text;
    return [
      ...titles.map((run) => checkQuotes(source, run)),
      ...runs.flatMap((run) => {
        // Quotation marks around a whole title are a mistake, and hide nothing.
        const isQuotedTitle = titles.includes(run) && QUOTED_TITLE_RE.test(run.text);
        const text = isQuotedTitle ? run.text : hideQuoted(run.text);
        return [checkEnding(source, run), checkCapitals(source, run, text, context)];
      }),
    ].filter((finding) => finding !== undefined);
  },
};

/** Quotation marks around a whole title. Inside a title they are part of it. */
const QUOTED_TITLE_RE = /^\s*["“‘']([^"“”‘]+)["”’']\s*$/;

function checkQuotes(source: string, run: TextRun): PageFinding | undefined {
  const [, inner] = QUOTED_TITLE_RE.exec(run.text) ?? [];
  if (inner === undefined) return undefined;
  return {
    ...placesOf(source, run, 0, run.text.length),
    problem: 'title is in quotation marks, expected none',
    fix: `Write \`${inner.trim()}\`.`,
  };
}

function checkEnding(source: string, run: TextRun): PageFinding | undefined {
  const text = run.text.trimEnd();
  if (!/[^.][.,;:]$/.test(text) || /\b(?:etc|Ltd|Inc|Co|St|plc|\p{Lu})\.$/u.test(text)) return undefined;
  return {
    ...placesOf(source, run, text.length - 1, 1),
    problem: `heading ends with \`${text.slice(-1)}\`, expected no punctuation mark`,
    fix: 'Delete the punctuation mark.',
    edit: editOf(source, run, text.length - 1, 1, ''),
  };
}

/** Small words, which have a capital only at the start of a heading: names have them in lower case. */
const SMALL_WORDS =
  'And|Are|As|At|Be|But|By|Can|Did|Do|Does|For|From|Had|Has|Have|How|If|In|Into|Is|It|Its|Of|On|Or|So|That|Their|Them|They|This|To|Was|We|Were|What|When|Where|Which|Who|Why|Will|With';
const TITLE_CASE_RE = new RegExp(`(?<=[\\p{L}\\p{N},)] )(?:${SMALL_WORDS})(?![\\p{L}\\p{N}])`, 'gu');

/** The shortest word in capitals that is taken for shouting if the dictionary has it: shorter ones are abbreviations. */
const MIN_SHOUT_LENGTH = 5;

/**
 * Finds headings with too many capitals. A single word in capitals may be a name, and so may two of at most five letters.
 * Only English has the dictionary and the small words.
 */
function checkCapitals(source: string, run: TextRun, text: string, context: CheckContext): PageFinding | undefined {
  const words = text.match(/\p{L}+/gu) ?? [];
  const isEnglish = languageOf(context.config.language) === 'en';
  const isWhole =
    words.length > 1 &&
    words.every((word) => word === word.toUpperCase()) &&
    (words.length > 2 || words.some(({length}) => length > 5));
  const shouted = words.filter((word) => isEnglish && isShouted(word, context));
  const small = isEnglish && !isWhole ? (text.match(TITLE_CASE_RE) ?? []) : [];
  const [example] = isWhole ? [run.text] : [...(words.length > 1 ? shouted : []), ...small];
  if (example === undefined) return undefined;
  const isSmall = !isWhole && shouted.length === 0;
  return {
    ...placesOf(source, run, 0, run.text.length),
    problem: `${isSmall ? `heading has a capital for \`${example}\`` : `\`${example}\` is in capitals`}, expected a capital only for the first word and for names`,
    fix: 'Use lower case, except for the first letter and for names.',
  };
}

function isShouted(word: string, context: CheckContext): boolean {
  if (word.length < MIN_SHOUT_LENGTH || word !== word.toUpperCase()) return false;
  return !context.config.abbreviations.includes(word) && spellingOf(context).knows(word.toLowerCase());
}
