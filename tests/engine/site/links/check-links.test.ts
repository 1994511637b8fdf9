import {describe, expect, test} from 'vitest';
import {brokenLinkFindings} from '../../../../src/site/links/check-links.ts';
import {linksOf, scanLinks} from '../../../../src/site/links/scan-links.ts';

const FILES = [
  'index.html',
  '404.html',
  'flood.png',
  'plan.pdf',
  'toolkit/index.html',
  'toolkit/floods/index.html',
  'toolkit/flöde två/index.html',
  'toolkit/2026-11/weirs/index.html',
  'updates/sluices/index.html',
];

/** The pages that an author wrote; the others are generated. */
const SOURCES: Readonly<Record<string, string>> = {
  'toolkit/floods/index.html': 'docs/floods.md',
  'toolkit/2026-11/weirs/index.html': 'versioned_docs/version-2026-11/weirs.md',
};

/** What is said of links on the page `/toolkit/` of a site under the base URL. */
function judged(targets: readonly string[], baseUrl = '/') {
  const links = targets.map((target) => `<a href="${target}">x</a>`).join('\n');
  const pages = FILES.filter((file) => file.endsWith('.html')).map((file) => {
    const body = file === 'toolkit/index.html' ? links : '<h2 id=costs>Costs</h2><h2 id="två">Två</h2>';
    return {...scanLinks(body), file, source: SOURCES[file]};
  });
  return brokenLinkFindings({url: 'https://flood.example', baseUrl, pages, files: new Set(FILES)});
}

describe.each(['/', '/flood/', '/två sidor/'])('under %s', (baseUrl) => {
  const base = encodeURI(baseUrl);
  test.each([
    `${base}`,
    `${base}toolkit/floods/`,
    'floods/',
    '../',
    `${base}toolkit/floods/#costs`,
    'floods/?q=1#costs',
    '#',
    'floods/#:~:text=river',
    `${base}plan.pdf#page=2`,
    `https://flood.example${base}toolkit/floods/`,
    'fl%C3%B6de%20tv%C3%A5/#tv%C3%A5',
    'https://other.example/nowhere',
    '//other.example/',
    'mailto:a@flood.example',
  ])('a link to %s is right', (target) => {
    expect(judged([target], baseUrl)).toEqual([]);
  });

  test.each([
    {
      target: `${base}toolkit/flods/`,
      problem: '`/toolkit/flods/` leads nowhere, expected a page or file of this site',
      fix: 'Write `/toolkit/floods/`, the nearest address.',
    },
    // The live page is gone, and no author means the page of an edition, or the updates about the page.
    ...['weirs', 'sluices'].map((name) => ({
      target: `${base}toolkit/${name}/`,
      problem: `\`/toolkit/${name}/\` leads nowhere, expected a page or file of this site`,
      fix: 'Correct or remove the link.',
    })),
    {
      target: `${base}toolkit/xylophones/`,
      problem: '`/toolkit/xylophones/` leads nowhere, expected a page or file of this site',
      fix: 'Correct or remove the link.',
    },
    {
      target: `${base}toolkit/floods#costs`,
      problem: '`/toolkit/floods` costs a redirect, expected `/toolkit/floods/#costs`',
      fix: 'Write `/toolkit/floods/#costs`.',
    },
    {
      target: 'floods/#cost',
      problem: '`/toolkit/floods/#cost` names an anchor that is missing, expected one of that page',
      fix: 'Write `#costs`, the nearest anchor there.',
    },
    {target: 'http://', problem: '`http://` cannot be read, expected an address', fix: 'Correct or remove the link.'},
  ])('a link to $target is found', ({target, problem, fix}) => {
    expect(judged([target], baseUrl)).toEqual([{path: 'toolkit/index.html', problem: `link to ${problem}`, fix}]);
  });
});

test.each([
  {target: '/toolkit/floods/', fix: 'Write `/flood/toolkit/floods/`, the same page of this site.'},
  {target: 'https://flood.example/elsewhere/', fix: 'Correct or remove the link.'},
])('a link to $target leaves a site that stands under /flood/', ({target, fix}) => {
  expect(judged([target], '/flood/')).toMatchObject([
    {problem: expect.stringMatching(/leaves the site, expected an address that begins with `\/flood\/`$/), fix},
  ]);
});

test('one finding for each page and target', () => {
  expect(judged(['/gone/', '/gone/', '../gone/', '/gone/#a', '/lost/'])).toHaveLength(2);
});

test.each([
  [['index.html', 'a/index.html'], '1 other page'],
  [['index.html', 'a/index.html', 'b/index.html'], '2 other pages'],
])('a link that %j show is found once', (shownOn, others) => {
  const pages = shownOn.map((file) => ({
    ...scanLinks('<a href="/news/">News</a>'),
    file,
    source: undefined,
  }));
  const site = {url: 'https://flood.example', baseUrl: '/', pages, files: new Set(pages.map(({file}) => file))};
  expect(brokenLinkFindings(site)).toMatchObject([
    {path: 'index.html', problem: expect.stringMatching(RegExp(`/news/\` leads nowhere.+ \\(also on ${others}\\)$`))},
  ]);
});

test('an edition never changes: its links are made to lead somewhere again', () => {
  const [file, source] = ['toolkit/2026-11/weirs/index.html', 'versioned_docs/version-2026-11/weirs.md'];
  const pages = [{...scanLinks('<a href="/toolkit/flods/">x</a>'), file, source}];
  expect(brokenLinkFindings({url: 'https://flood.example', baseUrl: '/', pages, files: new Set([file])})).toMatchObject(
    [
      {
        path: source,
        fix: 'Add `/toolkit/flods/` to `redirect_from` of the page that took its place: an edition never changes.',
      },
    ],
  );
});

test('an address of 2,000 characters, and one that is malformed, are shown in short', () => {
  const found = judged([`/${'a'.repeat(2000)}/`, '/toolkit/%E0%A4%A', 'http://[']);
  expect(found).toHaveLength(3);
  for (const {problem} of found) expect(problem.length).toBeLessThan(300);
});

test.each([
  {html: '<a href=/a/ >x</a>', targets: ['/a/']},
  {html: "<a href='/a/?b=1&amp;c=2'>x</a>", targets: ['/a/?b=1&c=2']},
  {html: '<img src=a.png srcset="b.png 1x,c,d.png 2x, e.png">', targets: ['a.png', 'b.png', 'c,d.png', 'e.png']},
  {html: '<video poster=p.jpg><source src=v.mp4></video>', targets: ['p.jpg', 'v.mp4']},
  {html: '<link rel=stylesheet href=/s.css><script src=/s.js></script>', targets: ['/s.css', '/s.js']},
  {html: '<svg><use xlink:href="#icon"/></svg>', targets: ['#icon']},
  {html: '<!-- <a href=/a/> --><script>"<a href=/b/>"</script>', targets: []},
])('$html leads to $targets', ({html, targets}) => {
  expect([...scanLinks(html).targets]).toEqual(targets);
});

test('anchors are ids, and names of links alone', () => {
  expect([...scanLinks('<meta name=no><h2 id="a b">x</h2><a name=c></a>').anchors]).toEqual(['a b', 'c']);
});

test.each([
  [
    'feed.atom.xml',
    '<feed><link href="https://flood.example/a/"/><content type="html">&lt;a href="https://flood.example/b/"&gt;b&lt;/a&gt;</content></feed>',
    ['https://flood.example/a/', 'https://flood.example/b/'],
  ],
  ['sitemap.xml', '<url><loc>https://flood.example/a/?b&amp;c</loc></url>', ['https://flood.example/a/?b&c']],
  [
    'feed.json',
    JSON.stringify({
      url: 'https://flood.example/a/',
      content_html: '<a href="https://flood.example/b/">b</a>',
      template: 'https://flood.example/api/{id}',
      words: 'See https://flood.example/ for more.',
    }),
    ['https://flood.example/a/'],
  ],
  ['pagefind/words.json', '"https://flood.example/a/"', undefined],
])('%s leads where its whole addresses do: templates and words lead nowhere', (file, text, targets) => {
  expect(linksOf(file, () => text)).toEqual(targets && {anchors: new Set(), targets: new Set(targets)});
});
