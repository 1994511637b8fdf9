import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {pageNumbers} from '../../../src/content/figures/page-numbers.ts';
import {documentKind} from '../../../src/content/page-id.ts';
import {parsePage} from '../../../src/content/parsed-page.ts';
import type {KindedDocument} from '../../../src/content/toolkit.ts';
import {readDocument} from '../../../src/store/document.ts';
import {FLOOD} from '../../support/build-sites.ts';
import {ROOT} from '../../support/copy-toolkit.ts';

const SEEDED = '4321';

/** Pages of both toolkits. */
const pages = [ROOT, FLOOD].flatMap((folder) =>
  readdirSync(path.join(folder, 'docs'), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.md'))
    .map((file): KindedDocument => {
      const name = `docs/${file.split(path.sep).join('/')}`;
      const text = readFileSync(path.join(folder, name), 'utf8');
      return {kind: documentKind(name) ?? 'page', ...readDocument(name, text)};
    }),
);

/** The digits of a page in order of size, told without the parser: addresses, marks of Markdown and keys are taken out. */
function digitsByEye({document: {text}}: KindedDocument): string[] {
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const seen = [
    front.replace(/^\s*(?:#|(?:- )?(?:url|source): ).*$/gm, '').replace(/https?:\/\/\S+/g, ''),
    body
      .replace(/<!--.*?-->/gs, '')
      .replace(/\]\([^)]*\)/g, ']')
      .replace(/^\[[^\]]+\]: .*$/gm, '')
      .replace(/\[\^[^\]]+\]:?/g, '')
      .replace(/^::.*$/gm, '')
      .replace(/^\s*\d+\. /gm, ''),
  ];
  return digitsIn(seen.join('\n'));
}

/** The digits of the numbers that were found: claims and allowed ones together. */
function digitsFound({kind, document}: KindedDocument): string[] {
  const numbers = pageNumbers(parsePage(kind, document), []);
  return digitsIn(numbers.map(({unit, start, end}) => unit.text.slice(start, end)).join('\n'));
}

function digitsIn(text: string): string[] {
  return (text.match(/\d+/g) ?? []).sort();
}

/** The page with a number put in between two words, at every so many words of text and front matter; each change alone. */
function* seed({kind, document: {path: file, text}}: KindedDocument): Generator<KindedDocument> {
  const gaps = [...text.matchAll(/(?<=[\p{Ll}.,]) (?=\p{Ll})/gu)].map(({index}) => index);
  const ownWords = gaps.filter((at) => isInOwnWords(text, at));
  for (let index = 0; index < ownWords.length; index += 61) {
    const at = ownWords[index] ?? 0;
    yield {kind, ...readDocument(file, `${text.slice(0, at)} ${SEEDED}${text.slice(at)}`)};
  }
}

/** Addresses are followed, and comments are seen by nobody. */
function isInOwnWords(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  const isFrontMatter = at < text.indexOf('\n---\n');
  return !(isFrontMatter ? /^\s*#/ : /\]\([^)\s]*$|<!--/).test(before);
}

test('there are pages to look at', () => {
  expect(pages.length).toBeGreaterThan(15);
});

test.each(pages.map((page) => [page.document.path, page] as const))(
  'claims and allowed numbers together are all numbers of %s',
  (_path, page) => {
    expect(digitsFound(page)).toEqual(digitsByEye(page));
  },
);

test.each(pages.map((page) => [page.document.path, page] as const))(
  'a number put in anywhere in %s is found',
  (_path, page) => {
    for (const seeded of seed(page)) expect(digitsFound(seeded)).toContain(SEEDED);
  },
);
