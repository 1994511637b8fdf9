import type {Root, Sentence, Word} from 'nlcst';
import {toString as textOf} from 'nlcst-to-string';
import retextIndefiniteArticle from 'retext-indefinite-article';
import {VFile} from 'vfile';
import type {PageRule} from '../rule.ts';
import {retextMessages} from '../words/retext-messages.ts';
import {sentencesIn} from '../words/sentences-in.ts';

const transform = retextIndefiniteArticle();

/**
 * The plugin looks at every letter, so it is given only the articles, each with what it judges them by: whether a word
 * stands before, and which stands after. What it says of the same words is the same on every page.
 */
function findWrongArticles(prose: Root, file: VFile): void {
  const wrong = sentencesIn(prose).flatMap(articlesIn).filter(isWrong);
  if (wrong.length > 0) transform(rootOf(wrong), file);
}

/** Stands for all that comes before an article within its sentence. */
const ANY_WORD: Word = {type: 'WordNode', children: []};

/** Before a letter that is a name, `plan a`, and after one: no article stands there. */
const LETTERED_RE =
  /^(?:annex|appendix|block|box|class|figure|grade|group|hepatitis|item|letter|level|list|option|part|plan|point|route|schedule|section|step|table|type|unit|vitamin|zone)$/i;
const AFTER_LETTER_RE = /^(?:are|as|at|if|in|is|it|of|on)$/i;

/** Begin with the sound of `you`, which the plugin does not know of them. */
const AS_YOU_RE = /^(?:uni(?:c|l|p|s(?!s))|usher)/i;

/** `a` or `an` with three nodes after it: a space, perhaps a mark, and a word. */
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

const judged = new Map<string, boolean>();

function isWrong(phrase: Sentence): boolean {
  const words = phrase.children.map(textOf).join('\n');
  const known = judged.get(words);
  if (known !== undefined) return known;
  const file = new VFile();
  transform(rootOf([phrase]), file);
  judged.set(words, file.messages.length > 0);
  return file.messages.length > 0;
}

function rootOf(children: Sentence[]): Root {
  return {type: 'RootNode', children: [{type: 'ParagraphNode', children}]};
}

export const noWrongArticle: PageRule = {
  id: 'no-wrong-article',
  group: 'prose',
  summary: '`a` and `an` fit the sound of the next word.',
  why: 'The wrong one makes readers stop, and sounds odd when it is read out.',
  good: [
    'An NHS trust, a UK charity, an SME, an MP, a NATO base and a BBC crew.',
    'An hour, an honest user, a European, a one-off, a university, a unit and a useful hotel.',
    'An 8-week course, an 11 o’clock call, an 80% rise, a 1-hour talk and an £8 fee or a £1 fee.',
    'Plan A applies to an RNLI crew, a URL and an X-ray.',
    'A unilateral step, a unisex toilet, an unissued card, an unimportant one and a usher at a unicorn’s.',
    'If plan a applies, option a is section a of it, and vitamin a aids.',
  ],
  bad: ['Wardens keep an map.', 'It took a hour.', 'A *older* plan helped.'],
  check: (page) =>
    retextMessages(page, findWrongArticles).map(({actual, expected: [article = ''], place, end, span}) => {
      const next = span && wordsAfter(page.document.text.slice(span.end, span.end + 60));
      return {
        place,
        end,
        problem: next
          ? `\`${actual} ${next}\` is written, expected \`${article} ${next}\``
          : `\`${actual}\` stands before another sound, expected \`${article}\``,
        fix: next ? `Write \`${article} ${next}\`.` : `Write \`${article}\`.`,
        edit: span && {...span, text: article},
      };
    }),
};

/** The word that follows, without the marks around it. */
function wordsAfter(text: string): string | undefined {
  return /^[\s*_"'“‘([]+([\p{L}\p{N}£$€][\p{L}\p{N}’'%-]*)/u.exec(text)?.[1];
}
