import type {Paragraph, Root} from 'nlcst';
import {toString as textOf} from 'nlcst-to-string';
import retextIndefiniteArticle from 'retext-indefinite-article';
import type {VFile} from 'vfile';
import type {PageRule} from '../rule.ts';
import {retextMessages} from '../words/retext-messages.ts';

const transform = retextIndefiniteArticle();

/** Words after an article that may sound otherwise than it asks: of most, the first letter says enough. */
const DOUBTFUL_RE = /\b(?:a\W+[aeiouh\d\p{Lu}]|an\W+[^aci\W])/iu;

/** The plugin looks at every word: it is given only the sentences that it might have something to say of. */
function findWrongArticles({children}: Root, file: VFile): void {
  const paragraphs = children.filter((node) => node.type === 'ParagraphNode');
  transform({type: 'RootNode', children: paragraphs.flatMap((node) => doubtful(node))}, file);
}

function doubtful({children}: Paragraph): Paragraph[] {
  const kept = children.filter((node) => node.type === 'SentenceNode' && DOUBTFUL_RE.test(textOf(node)));
  return kept.length > 0 ? [{type: 'ParagraphNode', children: kept}] : [];
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
  ],
  bad: ['Wardens keep an map.', 'It took a hour.', 'A *older* plan helped.'],
  check: (page) =>
    retextMessages(page, findWrongArticles).map(({actual, expected: [article = ''], place, end, span}) => ({
      place,
      end,
      problem: `\`${actual}\` stands before another sound, expected \`${article}\``,
      fix: `Write \`${article}\`.`,
      edit: span && {...span, text: article},
    })),
};
