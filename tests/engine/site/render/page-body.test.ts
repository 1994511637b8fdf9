import {toHtml} from 'hast-util-to-html';
import {expect, test} from 'vitest';
import {builtInDirectives} from '../../../../src/content/extensions/built-in-directives.ts';
import {parsePage} from '../../../../src/content/markdown/parsed-page.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';
import {chartExample} from '../../../../src/rules/examples/chart-example.ts';
import {blockRuns, placesOf} from '../../../../src/rules/text/text-runs.ts';
import {draftBody, finishBody, textForPrograms, wrapSummary} from '../../../../src/site/render/page-body.ts';

function bodyOf(text: string) {
  const {document} = readDocument('docs/wardens.md', text);
  return finishBody(
    draftBody(parsePage('page', document), {directives: builtInDirectives({language: 'en'})}),
    document,
    {
      link: (url) => url.replace(/\.md/, '/'),
      image: (url) => ({src: `/assets/${url}`, width: 40, height: 30}),
    },
  );
}

const html = (text: string) => toHtml(bodyOf(text).tree);

test('headings have their anchors, written ones among them, and are listed', () => {
  expect(html('## Rowing boats\n\n## What it costs {#costs}\n\n## Rowing boats')).toBe(
    '<h2 id="rowing-boats">Rowing boats</h2>\n<h2 id="costs">What it costs</h2>\n<h2 id="rowing-boats-1">Rowing boats</h2>',
  );
  expect(bodyOf('## The *new* & old\n\n### More').headings).toEqual([
    {value: 'The new & old', id: 'the-new--old', level: 2},
    {value: 'More', id: 'more', level: 3},
  ]);
});

test('former anchors stand in the heading that took their place', () => {
  const text = '---\nformer_headings: {boats: rowing-boats, lost: gone}\n---\n\n> ## Rowing boats\n\nWords.';
  expect(html(text)).toContain('<h2 id="rowing-boats"><span id="boats"></span>Rowing boats</h2>');
  expect(html(text)).not.toContain('lost');
});

test('links and pictures get their addresses on the site, also where they are defined elsewhere', () => {
  expect(html('[a](homes.md#b) [c][d]\n\n![e](f.png) ![g][h]\n\n[d]: boats.md\n[h]: i.png')).toBe(
    '<p><a href="homes/#b">a</a> <a href="boats/">c</a></p>\n<p><img src="/assets/f.png" alt="e" width="40" height="30"> <img src="/assets/i.png" alt="g" width="40" height="30"></p>',
  );
});

test('a directive is an element for its component, and one that the site does not know is shown as text', () => {
  const [chart] = bodyOf('::chart{id="visits"}').tree.children;
  expect(chart).toMatchObject({tagName: 'Chart', properties: {id: 'visits'}});
  expect(html('Open at :time[ten]{zone="London"}.\n\n::film{id="bridge"}')).toBe(
    '<p>Open at :time[ten]{zone="London"}.</p>\n::film{id="bridge"}',
  );
});

test.each([
  ['<script>alert(1)</script>\n\nWords.', '<p>Words.</p>'],
  ['Words <b onclick="a()">and</b> more.', '<p>Words <b>and</b> more.</p>'],
  ['<iframe src="https://a.example"></iframe>\n\n<svg onload="a()"/>\n\nWords.', '<p>Words.</p>'],
  ['<kbd style="color:red" class="x" id="main">A</kbd>', '<p><kbd>A</kbd></p>'],
  ['<img src="x.png" onerror="a()" alt="a" width="9">', '<img src="/assets/x.png" alt="a" width="9">'],
  ['[a](javascript:alert(1))', '<p><a>a</a></p>'],
  ['![a](javascript:alert(1))', '<p><img src="/assets/javascript:alert(1)" alt="a" width="40" height="30"></p>'],
  ['<!-- a comment -->\n\nWords.', '<p>Words.</p>'],
])('nothing in %j can run', (text, expected) => {
  expect(html(text).trim()).toBe(expected);
});

test('columns are aligned with classes, because the policy allows no other style', () => {
  expect(html('| a | b |\n| :-- | --: |\n| 1 | 2 |')).toContain(
    '<td class="align-left">1</td>\n<td class="align-right">2</td>',
  );
});

test('the HTML that GitHub lets through is shown', () => {
  expect(html('<kbd>C</kbd> H<sub>2</sub>O<br>10<sup>3</sup>')).toBe(
    '<p><kbd>C</kbd> H<sub>2</sub>O<br>10<sup>3</sup></p>',
  );
  expect(html('<details>\n<summary>More</summary>\n\nWords.\n\n::chart{id="visits"}\n\n</details>')).toBe(
    '<details>\n<summary>More</summary>\n<p>Words.</p>\n<Chart id="visits"></Chart>\n</details>',
  );
  expect(html(':::details[More]\nWords.\n:::')).toBe('<details><summary>More</summary><p>Words.</p></details>');
});

test('code has its title, numbers and marked lines, with classes only', () => {
  const code = html('```js title="a.js" {1} showLineNumbers\nlet a;\n// highlight-next-line\nlet b;\n```');
  expect(code).toContain('<figure class="code-block"><figcaption>a.js</figcaption><pre class="language-js">');
  expect(code.match(/highlight-line" data-line="\d"/g)).toEqual([
    'highlight-line" data-line="1"',
    'highlight-line" data-line="2"',
  ]);
  expect(code).toContain('<span class="token keyword">let</span>');
  expect(code).not.toContain('style=');
  expect(html('```\nplain <b>\n```')).toBe('<pre><code>plain &#x3C;b>\n</code></pre>');
});

test.each([
  [
    'Clear it.\n\n- Cost: none\n\n## Why',
    '<InShort><p>Clear it.</p>\n<ul>\n<li>Cost: none</li>\n</ul></InShort>\n<h2 id="why">Why</h2>',
  ],
  ['Clear it.\n\nAsk first.\n\n- a', '<InShort><p>Clear it.</p></InShort>\n<p>Ask first.</p>\n<ul>\n<li>a</li>\n</ul>'],
  ['## Why\n\nClear it.', '<InShort></InShort><h2 id="why">Why</h2>\n<p>Clear it.</p>'],
])('the answer of %j is in a box: the first paragraph, and a list after it', (text, expected) => {
  expect(toHtml(wrapSummary(bodyOf(text)).tree)).toBe(expected);
});

test.each([
  ['[a](#why)', '<p><a href="https://flood.example/flood/homes/#why">a</a></p>'],
  [
    '[a](/b/) [b](</flood/b/?q=1&r=2>)',
    '<p><a href="https://flood.example/flood/b/">a</a> <a href="https://flood.example/flood/b/?q=1&#x26;r=2">b</a></p>',
  ],
  [
    '::chart{id="boats"}',
    '<figure><a href="https://flood.example/flood/homes/#chart-boats">Boats</a><figcaption>More boats.</figcaption></figure>',
  ],
])('programs get %s with full addresses, and a chart as its words', (text, expected) => {
  const charts = {boats: JSON.parse(chartExample({title: 'Boats', finding: 'More boats.'}))};
  const site = {url: 'https://flood.example', baseUrl: '/flood/'};
  expect(textForPrograms(bodyOf(text), charts, '/homes/', site)).toBe(expected);
});

const box = (name: string, title: string, text: string) =>
  `<div class="notice ${/warning|caution|danger/.test(name) ? 'box-warning' : 'box'}" role="note"><p class="box-title">${title}</p>${text}</div>`;

test.each([
  [':::note\nMind the river.\n:::', box('note', 'Note', '<p>Mind the river.</p>')],
  [':::danger\n- Here\n- There\n:::', box('danger', 'Danger', '<ul>\n<li>Here</li>\n<li>There</li>\n</ul>')],
  ['> [!NOTE]\n> Mind the river.', box('note', 'Note', '<p>Mind the river.</p>')],
  ['> [!WARNING]\n>\n> - Here', box('warning', 'Warning', '<ul>\n<li>Here</li>\n</ul>')],
  ['> > [!NOTE]\n> > Mind it.', '<blockquote>\n<blockquote>\n<p>[!NOTE]\nMind it.</p>\n</blockquote>\n</blockquote>'],
])('%j is shown as GitHub and Docusaurus show it', (text, shown) => {
  expect(html(text)).toBe(shown);
});

test('a rule finds the place of a word in a box of GitHub', () => {
  const text = '> [!NOTE]\n> Not here,\n> but hear.';
  const page = parsePage('page', readDocument('docs/wardens.md', text).document);
  const [run] = blockRuns(page);
  expect(run?.text).toBe('Not here,\nbut hear.');
  expect(run && placesOf(text, run, run.text.indexOf('hear.'), 4).place).toEqual({line: 3, column: 7});
});
