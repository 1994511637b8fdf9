import {expect, test} from 'vitest';
import {parsePage} from '../../../../src/content/markdown/parsed-page.ts';
import {pageSentences} from '../../../../src/rules/text/page-sentences.ts';
import {pageOf} from '../../support/toolkits/sound-toolkit.ts';

function sentencesOf(body: string): string[] {
  const {kind, document} = pageOf(body);
  const words = pageSentences(parsePage(kind, document));
  // Title and description come first.
  return words.slice(2).map((sentence) => sentence.map(({text}) => text).join(' '));
}

test.each([
  ['It brings more families in. In 2022 it did.', ['It brings more families in', 'In 2022 it did']],
  ['It had 132,900. It was small.', ['It had 132 900', 'It was small']],
  ['We sat in the sun. "No" was said.', ['We sat in the sun', 'No was said']],
  ['It is no. 5 or so. Mr. Smith came.', ['It is no', '5 or so', 'Mr Smith came']],
  ['It is 4 ft. of water, in all.', ['It is 4 ft of water in all']],
])('%j', (body, sentences) => {
  expect(sentencesOf(body)).toEqual(sentences);
});
