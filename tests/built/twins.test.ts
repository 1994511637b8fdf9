import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Blockquote, Heading, List, Node, Root, RootContent} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import {describe, expect, inject, test} from 'vitest';
import {fileOfAddress} from '../../src/content/links/addresses.ts';
import {collectLinks} from '../../src/content/links/collect-links.ts';
import {resolveLink} from '../../src/content/links/resolve-link.ts';
import {markdownParser} from '../../src/content/parse-markdown.ts';
import type {PageEntry} from '../../src/content/toolkit.ts';
import {allPages} from '../../src/content/toolkit.ts';
import {twinAddress} from '../../src/content/twin/twin-address.ts';
import {visit} from '../../src/content/visit.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {builtPage} from '../support/built-page.ts';

const SITES = [
  {name: 'toolkit', url: 'https://toolkit.example', baseUrl: '/'},
  {name: 'flood', url: 'https://flood.example', baseUrl: '/flood/'},
] as const;

/** Stands for a chart, which a page draws and its twin tabulates. */
const CHART = '\uE000';

describe.each(SITES)('the pages of the $name site as Markdown', ({name, ...site}) => {
  const folder = inject('sites')[name];
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const pages = async () => allPages(await loadToolkit(path.dirname(folder)));
  const twinOf = ({address}: PageEntry) => read(fileOfAddress(twinAddress(address)));

  test('each live page has one, with its title, description, days, review and licence', async () => {
    for (const page of await pages()) {
      const [title, description, record] = markdownParser.parse(twinOf(page)).children;
      const {$} = builtPage(page.id, read(fileOfAddress(page.address)));
      expect(textOf(title)).toBe($('h1').text());
      expect(textOf(description)).toBe($('.lead').first().text());
      const lines = (record as List).children.map((item) => textOf(item)).join('\n');
      const checked = $('.review dt:contains("Last check") + dd').first().text();
      expect(lines).toContain(`Last check: ${checked}`);
      const updated = /Last updated: .+?\d{4}/.exec($('.history > p').text().replace(/\s+/g, ' '))?.[0];
      if (updated) expect(lines).toContain(updated);
      expect(lines).toContain($('.site-footer a[rel="license"]').text());
      expect(lines).toContain($('.cite code').text());
      const others =
        $('.history > details > summary + .history-list')
          .text()
          .match(/with \d+ other pages?/g) ?? [];
      if (page.id !== 'index')
        expect(twinOf(page).match(/, with \d+ other pages?: /g) ?? []).toHaveLength(others.length);
      for (const notice of $('.page-body > .notice, .page-foot > .notice').toArray())
        expect(squash(wordsOf(page)), page.id).toContain(squash($(notice).text()));
    }

    function wordsOf(page: PageEntry): string {
      return wordsIn(markdownParser.parse(twinOf(page)));
    }
  });

  test('its words are those of the page, in order, and what is for editors alone is not in it', async () => {
    for (const page of await pages()) {
      const {$} = builtPage(page.id, read(fileOfAddress(page.address)));
      const prose = $('.prose');
      // What the weekly check of links found is no word of the page.
      prose.find('.unavailable').remove();
      prose.find('figure.chart, .upkeep').replaceWith(CHART);
      for (const picture of prose.find('img[src^="data:"]').toArray())
        $(picture).replaceWith(picture.attribs.alt ?? '');
      const twin = squash(wordsIn(markdownParser.parse(twinOf(page))));
      let at = 0;
      for (const part of squash(prose.text()).split(CHART)) {
        const found = twin.indexOf(part, at);
        expect(found, `${page.id}: ${part.slice(0, 100)}`).toBeGreaterThanOrEqual(0);
        at = found + part.length;
      }
      const kinds = new Set<string>();
      visit(markdownParser.parse(twinOf(page)), (node: Node) => void kinds.add(node.type));
      expect(['yaml', 'html', 'leafDirective', 'containerDirective'].filter((kind) => kinds.has(kind))).toEqual([]);
    }
  });

  test('charts are tables with every figure, and case studies have their facts', async () => {
    let charts = 0;
    for (const page of await pages()) {
      const twin = squash(wordsIn(markdownParser.parse(twinOf(page))));
      const {$} = builtPage(page.id, read(fileOfAddress(page.address)));
      const shown = $('figure.chart').find('figcaption strong, figcaption p, .chart-note, td, tbody th').toArray();
      for (const part of [...shown, ...$('.outcomes strong, .facts dd, .consent').toArray()]) {
        const lines = $(part).find('li').length > 0 ? $(part).find('li').toArray() : [part];
        for (const line of lines) expect(twin, page.id).toContain(squash($(line).text()));
      }
      charts += $('figure.chart').length;
    }
    expect(charts).toBeGreaterThan(0);
  });

  test('every link is a full address, and those into the site lead somewhere', async () => {
    const anchors = new Map<string, Set<string>>();
    const anchorsOf = (file: string) => {
      const known = anchors.get(file) ?? collectLinks(read(file)).anchors;
      anchors.set(file, known);
      return known;
    };
    const sources = [...(await pages()).map(twinOf), read('llms.txt')];
    let own = 0;
    for (const target of sources.flatMap(urlsIn)) {
      expect(URL.canParse(target), target).toBe(true);
      const destination = resolveLink(site, '/', target);
      if (destination.kind === 'elsewhere') continue;
      if (destination.kind !== 'here') throw new Error(`${target} leads out of the site`);
      own += 1;
      const file = fileOfAddress(destination.address);
      if (destination.anchor === '') expect(read(file).length).toBeGreaterThan(0);
      else expect(anchorsOf(file), target).toContain(destination.anchor);
    }
    expect(own).toBeGreaterThan(10);
  });

  test('llms.txt has the form of llmstxt.org and lists each page that holds, once', async () => {
    const {children} = markdownParser.parse(read('llms.txt'));
    const [title, summary, ...rest] = children as [Heading, Blockquote, ...RootContent[]];
    expect([title.type, title.depth, summary.type]).toEqual(['heading', 1, 'blockquote']);
    const first = rest.findIndex(({type}) => type === 'heading');
    expect(rest.slice(0, first).every(({type}) => type === 'paragraph')).toBe(true);
    expect(textOf({type: 'root', children: rest.slice(0, first)} as Root)).toContain('without a public note');
    const sections = rest.slice(first);
    expect(sections.length % 2).toBe(0);
    for (const [nth, node] of sections.entries()) {
      if (nth % 2 === 0) expect(node).toMatchObject({type: 'heading', depth: 2});
      else for (const item of (node as List).children) expect(lineForm(item)).toEqual(['link', 'text']);
    }
    const listed = urlsIn(read('llms.txt')).filter((url) => url.endsWith('/index.html.md'));
    const expected = (await pages())
      .filter(({data}) => !data.withdrawn)
      .map(({address}) => site.url + site.baseUrl + twinAddress(address).slice(1));
    expect(listed.toSorted()).toEqual(expected.sort());
  });
});

function lineForm(item: List['children'][number]): string[] {
  const [line] = item.children;
  if (line?.type !== 'paragraph') return [];
  expect(textOf(line.children[1])).toMatch(/^: \S/);
  return line.children.map(({type}) => type);
}

/** All that is read, a directive that is none, such as the one in `10:30`, among it. */
function wordsIn(tree: Root): string {
  const found: string[] = [];
  visit(tree, (node: Node) => {
    if (node.type === 'textDirective' && 'name' in node) found.push(`:${node.name}`);
    if ('value' in node && node.type !== 'html') found.push(String(node.value));
  });
  return found.join('');
}

function urlsIn(markdown: string): string[] {
  const found: string[] = [];
  visit(markdownParser.parse(markdown), (node: Node) => {
    if ('url' in node) found.push(String(node.url));
  });
  return found;
}

function squash(text: string): string {
  return text.replace(/\s+/g, '');
}
