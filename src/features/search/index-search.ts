import {close, createIndex} from 'pagefind';
import {keepResult, recall} from '../../content/memo.ts';
import {html, trusted} from '../../format/html.ts';
import type {BuiltSite} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {minifyModule} from '../../site/render/bundle-client.ts';
import {type SearchPage, searchPages} from './search-pages.ts';

/** Where the index of live pages is, and below it that of editions, which readers search only if they ask for it. */
const FOLDERS = {live: 'pagefind', editions: 'pagefind/editions'} as const;

/** Search boxes of Pagefind, because ours is part of the theme, and its worker, which ours does not start. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight|worker)\./;

/**
 * A quarter of the usual length, so that a query loads little besides its own words. Pagefind reads this from the
 * environment only, and may ignore it in another version.
 */
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = '4400';

/** The search indexes of live pages and of editions; one site at a time. */
export async function searchIndexes(site: BuiltSite): Promise<SiteFile[]> {
  const {live = [], editions = []} = Object.groupBy(searchPages(site), ({index}) => index);
  try {
    return [
      ...(await indexOf(site, FOLDERS.live, live)),
      ...(editions.length > 0 ? await indexOf(site, FOLDERS.editions, editions) : []),
    ];
  } finally {
    await close();
  }
}

async function indexOf({toolkit}: BuiltSite, folder: string, pages: readonly SearchPage[]): Promise<SiteFile[]> {
  const {language} = toolkit.config;
  const inputs = [language, JSON.stringify(pages)];
  const kept = recall<SiteFile[]>('search index', inputs);
  const files = kept?.value ?? (await indexPages(pages, language));
  if (!kept) keepResult('search index', inputs, files);
  return files.map(([file, content]) => [`${folder}/${file}`, content]);
}

async function indexPages(pages: readonly SearchPage[], language: string): Promise<SiteFile[]> {
  const {index} = check(await createIndex());
  if (!index) throw new Error('Pagefind created no index and gave no reason');
  // One page after another, so that numbering never depends on which page was read first.
  for (const page of pages) check(await index.addHTMLFile({url: page.address, content: renderPage(page, language)}));
  const {files} = check(await index.getFiles());
  const used = files.filter((file) => !UNUSED.test(file.path));
  return [
    ['words.json', JSON.stringify(wordsOf(pages))],
    ...(await Promise.all(
      used.map(async ({path, content}): Promise<SiteFile> => {
        return [path, path === 'pagefind.js' ? await minifyModule(Buffer.from(content).toString()) : content];
      }),
    )),
  ];
}

/** The title is not part of the text, where every excerpt would begin with it. */
function renderPage({body, meta, filters, sort = {}}: SearchPage, language: string): string {
  const marked = Object.entries({meta, filter: filters, sort}).flatMap(([kind, fields]) =>
    Object.entries(fields).flatMap(([key, values]) =>
      [values ?? []]
        .flat()
        .filter((value) => value !== '')
        .map((value) => html`<p ${trusted(`data-pagefind-${kind}`)}="${key}[title]" title="${value}"></p>`),
    ),
  );
  return html`<html lang="${language}"><body data-pagefind-body>${trusted(body)}${marked}</body></html>`.html;
}

/** The least number of pages with a word that is offered for a misspelt one: words of one page may be misspelt too. */
const PAGES_WITH_WORD = 2;

/** The words of a language that the pages use, for queries with a misspelt word. */
function wordsOf(pages: readonly SearchPage[]): string[] {
  const counts = new Map<string, number>();
  for (const {body, meta} of pages) {
    // A word in a title is certain.
    const titled = lettersIn(meta.title);
    for (const word of lettersIn(`${body.replace(/<[^>]*>/g, ' ')} ${meta.lead}`).union(titled)) {
      counts.set(word, (counts.get(word) ?? 0) + (titled.has(word) ? PAGES_WITH_WORD : 1));
    }
  }
  return [...counts].flatMap(([word, count]) => (count < PAGES_WITH_WORD ? [] : [word])).sort();
}

function lettersIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu));
}

/** Pagefind returns errors together with its answers. */
function check<Response extends {errors: string[]}>(response: Response): Response {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join('; ')}`);
  return response;
}
