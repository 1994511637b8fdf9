import {describe, expect, test} from 'vitest';
import {brokenLinkFindings} from '../../../../src/site/links/check-links.ts';
import {collectLinks} from '../../../../src/site/links/collect-links.ts';

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
    return {...collectLinks(body), file, source: SOURCES[file]};
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
    expect(judged([target], baseUrl)).toEqual([
      {path: 'toolkit/index.html', place: {line: 1, column: 1}, problem: `link to ${problem}`, fix},
    ]);
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

test('a link that every page shows is found once', () => {
  const pages = ['index.html', 'a/index.html', 'b/index.html'].map((file) => ({
    ...collectLinks('<a href="/news/">News</a>'),
    file,
    source: undefined,
  }));
  const site = {url: 'https://flood.example', baseUrl: '/', pages, files: new Set(pages.map(({file}) => file))};
  expect(brokenLinkFindings(site)).toMatchObject([
    {path: 'index.html', problem: expect.stringMatching(/`\/news\/` leads nowhere.+ \(also on 2 other pages\)$/)},
  ]);
});

test('an edition never changes: its links are made to lead somewhere again', () => {
  const [file, source] = ['toolkit/2026-11/weirs/index.html', 'versioned_docs/version-2026-11/weirs.md'];
  const pages = [{...collectLinks('<a href="/toolkit/flods/">x</a>'), file, source}];
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
