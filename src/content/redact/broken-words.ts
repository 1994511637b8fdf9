import type {Node} from 'mdast';
import {toString as wordsOf} from 'mdast-util-to-string';
import {frontMatterTexts} from '../front-matter-texts.ts';
import {markdownParser} from '../parse-markdown.ts';
import type {Place} from '../problem.ts';
import type {SourceDocument} from '../source-document.ts';
import {visit} from '../visit.ts';
import type {WordsMatcher} from './words-matcher.ts';

const BLOCKS = ['paragraph', 'heading', 'tableCell'];

/** Where readers would still see words, because markup stands among them or an escape hides them in the file. */
export function brokenWords(
  {text, frontMatter, placeOf}: SourceDocument,
  matcher: WordsMatcher,
  words: string,
): (Place | undefined)[] {
  const places = frontMatterTexts(frontMatter)
    .filter(({text: value}) => matcher.isIn(value))
    .map(({path}) => placeOf(path));
  // Most pages cannot hold them: parsing those would take the most time.
  const first = /[\p{L}\p{N}]+/u.exec(words)?.[0] ?? '';
  if (!text.includes(first) && !text.includes('&')) return places;
  visit(markdownParser.parse(text), BLOCKS, (node: Node) => {
    if (matcher.isIn(wordsOf(node))) places.push(node.position?.start);
  });
  return places;
}
