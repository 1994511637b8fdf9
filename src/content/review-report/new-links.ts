import {changedPages} from '../coverage.ts';
import {parsePage} from '../parsed-page.ts';
import {compareText} from '../problem.ts';
import {pageLinks} from '../prose/page-links.ts';
import type {SourceDocument} from '../source-document.ts';
import type {Toolkit} from '../toolkit.ts';
import {pageNames} from './page-names.ts';
import type {NewLink} from './review-report.ts';

/** Every address that a changed page leads to and did not before, in its words or its front matter; by page. */
export function newLinks(toolkit: Toolkit): NewLink[] {
  const nameOf = pageNames(toolkit);
  return [...changedPages(toolkit)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([id, {page}]) => {
      const before = toolkit.published.texts.get(id)?.document();
      const known = new Set(before && linksOf(before).map(({url}) => url));
      return linksOf(page.document)
        .filter(({url}) => !known.has(url) && known.add(url))
        .map((link) => ({page: nameOf(id), ...link}));
    });
}

function linksOf(document: SourceDocument): {url: string; words: string}[] {
  // Which kind of page it is makes no difference to its links.
  const written = pageLinks(parsePage('page', document)).map(({url, text}) => ({url, words: text}));
  return [...written, ...addressesIn(document.frontMatter, '')];
}

/** Addresses in front matter, with the title beside them, else the key that holds them. */
function addressesIn(value: unknown, words: string): {url: string; words: string}[] {
  if (typeof value === 'string') return /^[a-z][a-z+.-]*:\/\//i.test(value) ? [{url: value, words}] : [];
  if (Array.isArray(value)) return value.flatMap((item) => addressesIn(item, words));
  if (typeof value !== 'object' || value === null) return [];
  const {title} = value as {title?: unknown};
  return Object.entries(value).flatMap(([key, inner]) =>
    addressesIn(inner, key === 'url' && typeof title === 'string' ? title : key),
  );
}
