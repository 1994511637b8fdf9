import {readdirSync} from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import {expect, test} from 'vitest';
import {makePagesStatic, stripReact, tidyHtml} from '../../../../../src/site/after-build/steps/make-pages-static.ts';
import {folderWith} from '../../../support/run-command.ts';
import {has, html, read, siteWith} from '../built-site.ts';

function tidied(page: string, file = 'index.html'): string {
  const $ = load(page);
  tidyHtml($, {file, address: '/'});
  return $.html();
}

test.each(['/', '/flood/'])(
  'under %s, pages lose React and load one script of ours, the longer one where there is a list to narrow or to search',
  async (baseUrl) => {
    const client = folderWith({
      'site.ts': 'const greeting: string = "hello"; console.log(greeting);',
      'lists.ts': 'import "./site.ts"; console.log("lists");',
    });
    const site = siteWith(
      {
        'index.html': html(
          '<link rel=preload as=script href=/assets/js/main.1.js><script src=/assets/js/main.1.js defer></script>',
        ),
        '404.html': html(''),
        'find/index.html': html('', '<nav data-filters></nav>'),
        'search/index.html': html('', '<form data-search=/></form>'),
        'assets/js/main.1.js': 'react()',
      },
      {baseUrl, clientScripts: {site: path.join(client, 'site.ts'), lists: path.join(client, 'lists.ts')}},
    );
    await makePagesStatic(site);
    const files = readdirSync(path.join(site.dir, 'assets'));
    expect(files).toHaveLength(2);
    const holding = (words: string) => files.filter((file) => read(site, `assets/${file}`).includes(words));
    const [lists = ''] = holding('"lists"');
    const [script = ''] = files.filter((file) => file !== lists);
    expect(holding('"hello"')).toEqual(files);
    for (const file of files) expect(file).toMatch(/^site\.[0-9a-f]{8}\.js$/);
    expect(has(site, 'assets/js')).toBe(false);
    const loaded = {'index.html': script, '404.html': script, 'find/index.html': lists, 'search/index.html': lists};
    for (const [page, file] of Object.entries(loaded)) {
      expect(read(site, page)).toContain(`<script defer="" src="${baseUrl}assets/${file}"></script></head>`);
      expect(read(site, page).match(/<script/g), page).toHaveLength(1);
    }
  },
);

test('structured data and marked scripts stay, in the head and in the body', () => {
  const $ = load(
    html('<script type=application/ld+json>{}</script><script data-site>a()</script>', '<script>b()</script>'),
  );
  stripReact({site: '/site.js', lists: '/lists.js'})($, {file: 'index.html', address: '/'});
  expect(
    $('script')
      .toArray()
      .map((script) => $(script).text() || script.attribs.src),
  ).toEqual(['{}', 'a()', '/site.js']);
});

test.each([
  {what: 'a comment', page: html('', 'a<!-- note -->b<!-- more -->c'), left: '<body>abc</body>'},
  {what: 'a style attribute', page: html('', '<td style="text-align:right">1'), left: '<body>1</body>'},
  {what: 'an empty class', page: html('', '<p class="">a</p>'), left: '<p>a</p>'},
  {what: 'marks of React', page: html('<title data-rh=true>a</title>'), left: '<title>a</title>'},
  {
    what: 'metas of the tool',
    page: html('<meta name=generator content=D><meta name=docsearch:version content=1>'),
    left: '<meta charset="UTF-8"></head>',
  },
  {
    what: 'alternates of one language',
    page: html('<link rel=alternate hreflang=en href=/><link rel=alternate hreflang=x-default href=/>'),
    left: '<meta charset="UTF-8"></head>',
  },
  {
    what: 'the sprite',
    page: html('', '<svg style="display:none"><defs><symbol id=theme-svg-external-link></symbol></defs></svg>a'),
    left: '<body>a</body>',
  },
])('tidying takes out $what', ({page, left}) => {
  expect(tidied(page)).toContain(left);
});

test('alternates of two languages stay', () => {
  const page = html('<link rel=alternate hreflang=en href=/><link rel=alternate hreflang=cy href=/cy/>');
  expect(tidied(page).match(/hreflang/g)).toHaveLength(2);
});

test('only the error page loses the canonical address that Docusaurus invents', () => {
  const page = html('<link rel=canonical href=https://flood.example/404.html/>');
  expect(tidied(page, '404.html')).not.toContain('canonical');
  expect(tidied(page)).toContain('canonical');
});

test('a table whose optional tags were left out keeps its body beside its head', async () => {
  const client = path.join(folderWith({'site.ts': ''}), 'site.ts');
  const site = siteWith(
    {'index.html': html('', '<table><thead><tr><th>a<th>b<tbody><tr><td>1<td>2</table>')},
    {clientScripts: {site: client, lists: client}},
  );
  await makePagesStatic(site);
  expect(read(site, 'index.html')).toContain('<th>b</th></tr></thead><tbody><tr><td>1</td>');
});
