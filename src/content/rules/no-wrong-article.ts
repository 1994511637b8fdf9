import retextIndefiniteArticle from 'retext-indefinite-article';
import type {PageRule} from '../rule.ts';
import {retextMessages} from '../words/retext-messages.ts';

const findWrongArticles = retextIndefiniteArticle();

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
