import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import type {CheerioAPI} from 'cheerio';
import {type BuiltPage, readBuiltPages} from './built-page.ts';

/** What the site's configuration says that pages must keep to. */
export interface Expected {
  url: string;
  baseUrl: string;
  language: string;
}

/** A page of a frozen edition. */
const EDITION_RE = /^toolkit\/\d{4}-\d{2}[^/]*\//;

function isOfEdition(address: string): boolean {
  return /\/toolkit\/\d{4}-\d{2}[^/]*\//.test(address);
}

function isNoindex($: CheerioAPI): boolean {
  return $('meta[name="robots"]').attr('content')?.includes('noindex') === true;
}

/** What is wrong with a built page; one line each, none where all is well. */
function judgePage({file, html, $, isRedirect}: BuiltPage, {url, baseUrl, language}: Expected): string[] {
  const found: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) found.push(what);
  };
  const only = (selector: string) =>
    must($(selector).length === 1, `has ${$(selector).length} ${selector}, expected one`);

  must(/^<!doctype html>/i.test(html), 'has no doctype');
  must($('html').attr('lang') === language, `language is ${$('html').attr('lang')}`);
  only('head > title');
  must(($('title').text().trim().length ?? 0) > 3, 'has no title');
  only('h1');
  must($('h1').text().trim() !== '', 'h1 is empty');
  only('main');
  only('meta[name="viewport"]');
  must($('[style]').length === 0, `has ${$('[style]').length} style attributes`);
  must($('style').length === 0, 'has a style element');
  must($('meta[name="generator"]').length === 0, 'names its generator');
  must(!/__docusaurus|data-rh|<!--/.test(html), 'holds remains of the framework');
  must(
    $('*')
      .toArray()
      .every((element) => Object.keys($(element).attr() ?? {}).every((name) => !name.startsWith('on'))),
    'has an event attribute',
  );

  must(
    $('.table-scroll > table:not(.by-row)')
      .toArray()
      .every((table) => $(table).find('tr').first().children().length < 3),
    'has a wide table that phones do not show row by row',
  );

  const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';
  must(policy.includes("default-src 'none'"), 'has no security policy');
  const canExecute = $('script').filter((_, script) => $(script).attr('type') !== 'application/ld+json');
  const inline = canExecute.filter((_, script) => $(script).attr('src') === undefined);
  const external = canExecute.filter((_, script) => $(script).attr('src') !== undefined).toArray();
  for (const script of inline.toArray()) {
    const hash = `'sha256-${createHash('sha256').update($(script).text()).digest('base64')}'`;
    must(policy.includes(hash), 'has an inline script that its policy does not allow');
  }
  must((policy.match(/sha256-/g) ?? []).length === inline.length, 'its policy allows scripts that are not there');
  must(
    policy.includes("'wasm-unsafe-eval'") === $('form[data-search], form[data-finder]').length > 0,
    'allows wasm where no search runs, or forbids it where one does',
  );

  if (isRedirect) {
    const [script] = external;
    must(
      inline.length === 0 && external.length === 1 && $(script).attr('src') === `${baseUrl}redirect.js`,
      'is a redirect that runs more than the script of redirects',
    );
    must(
      $('link[rel="canonical"]').attr('href')?.startsWith(url) === true,
      'is a redirect without a canonical address',
    );
    return found;
  }

  must(inline.length === 1, `has ${inline.length} inline scripts, expected the one for colours`);
  must(external.length === 1, `loads ${external.length} scripts, expected one`);
  const source = $(external[0]).attr('src') ?? '';
  must(source.startsWith(`${baseUrl}assets/site.`) && /\/site\.[0-9a-f]{8}\.js$/.test(source), `loads ${source}`);
  const sheets = $('link[rel="stylesheet"]').toArray();
  const expected = $('article, [data-document]').length > 0 ? ['styles'] : ['styles', 'lists'];
  must(
    sheets.length === expected.length &&
      sheets.every(({attribs: {href = ''}}, index) =>
        new RegExp(`/assets/css/${expected[index]}\\.[0-9a-f]{8}\\.css$`).test(href),
      ),
    `loads the style sheets ${sheets.map(({attribs}) => attribs.href)}, expected ${expected}, each with a hash in its name`,
  );

  const first = $('body').find('a, button, input, summary').first();
  const target = first.attr('href') ?? '';
  must(target.startsWith('#') && $(target).is('main, main *'), 'does not begin with a skip link to its main part');
  only('body > header');
  only('body > footer');
  must($('nav').length > 0, 'has no navigation');
  const names = $('nav')
    .toArray()
    .map((nav) => $(nav).attr('aria-label') ?? $(`#${$(nav).attr('aria-labelledby')}`).text());
  must(
    names.every((name) => name.trim() !== ''),
    'has a navigation without a name',
  );
  must(new Set(names).size === names.length, `has navigations of the same name: ${names.join(', ')}`);
  const ids = $('[id]')
    .toArray()
    .map((element) => element.attribs.id);
  must(new Set(ids).size === ids.length, `has an id twice: ${ids.filter((id, index) => ids.indexOf(id) !== index)}`);
  must(
    $('img')
      .toArray()
      .every((image) => $(image).attr('alt') !== undefined),
    'has an image without alternative text',
  );

  if (file === '404.html') return found;
  const description = $('meta[name="description"]').attr('content') ?? '';
  must(description.length >= 30, `description has ${description.length} characters`);
  const address = `${url}${baseUrl}${file.replace(/index\.html$/, '')}`;
  const canonical = $('link[rel="canonical"]').attr('href');
  must(!EDITION_RE.test(file) || isNoindex($), 'is a page of an edition that search engines may list');
  if (!EDITION_RE.test(file) && $('article > .withdrawn').length > 0) {
    // The live page may have moved, or another may be read instead.
    const isLed = canonical?.startsWith(url + baseUrl) === true && canonical !== address && !isOfEdition(canonical);
    must(isLed !== isNoindex($), 'is a superseded page that is neither led to one of today nor kept out');
    return found;
  }
  must(canonical === address, `canonical is ${canonical}, expected ${address}`);
  return found;
}

/** What a reader on a slow line pays for each page besides its words, styles and scripts included. */
const MAX_BYTES = 16_000;

/** Bytes with gzip of everything on a page that is not its article, which is removed: HTML, styles and scripts. */
function measureShell({$}: BuiltPage, sizeOf: (file: string) => number): number {
  $('article').empty();
  const files = $('link[rel="stylesheet"], script[src]')
    .toArray()
    .map((element) => $(element).attr('href') ?? $(element).attr('src') ?? '');
  return files.reduce((sum, file) => sum + sizeOf(file), gzipSync($.html(), {level: 9}).length);
}

/** The bytes of a style sheet or script of a site, with gzip; hundreds of pages load the same few. */
function sizesIn(folder: string): (file: string) => number {
  const sizes = new Map<string, number>();
  return (file) => {
    const size =
      sizes.get(file) ??
      gzipSync(readFileSync(path.join(folder, file.slice(file.indexOf('assets/')))), {level: 9}).length;
    sizes.set(file, size);
    return size;
  };
}

/** What is wrong with the pages of a built site, each and together; one line each, none where all is well. */
export function judgeSite(folder: string, expected: Expected): string[] {
  const pages = readBuiltPages(folder);
  const shown = pages.filter(({isRedirect}) => !isRedirect);
  const titles = shown.map(({$}) => $('title').text());
  const faults = pages.flatMap((page) => judgePage(page, expected).map((fault) => `${page.file}: ${fault}`));
  const sizeOf = sizesIn(folder);
  const heavy = shown.flatMap((page) => {
    // The whole toolkit as one document is a page of its own kind: its contents list alone names every page.
    const bytes = page.$('article').length === 1 ? measureShell(page, sizeOf) : 0;
    return bytes < MAX_BYTES ? [] : [`${page.file}: weighs ${bytes} bytes`];
  });
  return [
    ...faults,
    ...shown.flatMap(({file}, nth) => (titles.indexOf(titles[nth] ?? '') < nth ? [`${file}: has a title twice`] : [])),
    ...heavy,
    ...(titles.length > 3 ? [] : ['has no pages']),
  ];
}
