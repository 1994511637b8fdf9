import {describe, expect, test} from 'vitest';
import {readDocument, readRecord} from '../../../src/fs/yaml/document.ts';
import {brokenLinkFindings} from '../../../src/links/check-links.ts';
import {collectLinks} from '../../../src/links/collect-links.ts';

const FRONT = '---\ntitle: Start\n---\n\n';
const SOURCES: Readonly<Record<string, string>> = {
  'toolkit/index.html': 'docs/index.md',
  'toolkit/priorities/floods/index.html': 'docs/priorities/floods.md',
  'toolkit/priorities/homes/index.html': 'docs/priorities/homes.md',
  'toolkit/2025-10/priorities/floods/index.html': 'versioned_docs/version-2025-10/priorities/floods.md',
  'contribute/index.html': 'handbook/contribute/index.md',
};

/** What is said of a page; links of the built page are given as Docusaurus makes them. */
function judged(
  body: string,
  built: readonly string[],
  {file = 'toolkit/priorities/homes/index.html', baseUrl = '/'} = {},
) {
  const text = FRONT + body;
  const source = SOURCES[file] ?? '';
  const links = built.map((target) => `<a href="${target}">x</a>`).join('');
  const pages = Object.entries(SOURCES).map(([page, path]) => ({
    ...collectLinks(page === file ? links : '<h2 id="first-steps">x</h2><h2 id=costs>y</h2>'),
    file: page,
    source: path,
  }));
  const documents = new Map(
    Object.values(SOURCES).map((path) => [path, readDocument(path, path === source ? text : FRONT).document]),
  );
  const files = new Set([...Object.keys(SOURCES), 'plan.pdf', 'img/river.png']);
  const findings = brokenLinkFindings({url: 'https://flood.example', baseUrl, pages, files, documents});
  return {
    places: findings.map(({path, place}) => `${path}:${place?.line}:${place?.column}`),
    fixes: findings.map(({fix}) => fix),
  };
}

describe('a broken link is reported at the place where it is written', () => {
  test.each([
    {
      what: 'an address',
      body: 'Go [on](/toolkit/priorities/flods/).',
      built: '/toolkit/priorities/flods/',
      place: '5:4',
    },
    {what: 'a file', body: 'Go [on](flods.md).', built: 'flods.md', place: '5:4'},
    {
      what: 'a file above',
      body: 'Go [on](../priorites/floods.md "T").',
      built: '../priorites/floods.md',
      place: '5:4',
    },
    {
      what: 'a definition',
      body: 'Go [on][f].\n\n[f]: <flods.md> "flods.md"',
      built: 'flods.md',
      place: '7:1',
    },
    {
      what: 'an anchor of a file',
      body: 'Go [on](floods.md#first-step).',
      built: '/toolkit/priorities/floods/#first-step',
      place: '5:4',
    },
    {
      what: 'an anchor in other letters',
      body: 'Go [on](floods.md#First-Steps).',
      built: '/toolkit/priorities/floods/#First-Steps',
      place: '5:4',
    },
    {
      what: 'a query',
      body: 'Go [on](/toolkit/priorities/flods/?q=1).',
      built: '/toolkit/priorities/flods/?q=1',
      place: '5:4',
    },
    {
      what: 'a whole address',
      body: 'Go [on](https://flood.example/toolkit/priorities/flods/).',
      built: 'https://flood.example/toolkit/priorities/flods/',
      place: '5:4',
    },
    {
      what: 'a missing slash',
      body: '- Go [on](/toolkit/priorities/floods).',
      built: '/toolkit/priorities/floods',
      place: '5:6',
    },
    {
      what: 'a picture',
      body: '![River](/img/rivr.png)',
      built: '/img/rivr.png',
      place: '5:1',
    },
    {
      what: 'a picture in a link',
      body: '[![River](/img/river.png)](/toolkit/priorities/flods/)',
      built: '/toolkit/priorities/flods/',
      place: '5:1',
    },
  ])('$what', ({body, built, place}) => {
    const found = judged(body, [built]);
    expect(found.places).toEqual([`docs/priorities/homes.md:${place}`]);
  });

  test('below a base URL', () => {
    const found = judged(
      'Go [on](/toolkit/priorities/flods/) and [on](flods.md).',
      ['/flood/toolkit/priorities/flods/', 'flods.md'],
      {baseUrl: '/flood/'},
    );
    expect(found.places).toEqual(['docs/priorities/homes.md:5:4', 'docs/priorities/homes.md:5:41']);
  });

  test('at every place where it is written', () => {
    const {places} = judged('[a](flods.md)\n\n[b](flods.md)', ['flods.md']);
    expect(places).toEqual(['docs/priorities/homes.md:5:1', 'docs/priorities/homes.md:7:1']);
  });
});

describe('is reported too', () => {
  test.each([
    {
      what: 'a link that could mean two pages',
      body: '[a](/toolkit/priorities/homs-floods/)',
      built: '/toolkit/priorities/homs-floods/',
    },
    {what: 'an address with escapes', body: '[a](/toolkit/flo\\_ds/)', built: '/toolkit/flo_ds/'},
    {what: 'an anchor on a page that moved', body: '[a](/old/floods/#gone)', built: '/old/floods/#gone'},
  ])('$what', ({body, built}) => {
    const found = judged(body, [built]);
    expect(found.places).toEqual(['docs/priorities/homes.md:5:1']);
  });

  test('a link of an edition, whose address is made to lead somewhere again', () => {
    const file = 'toolkit/2025-10/priorities/floods/index.html';
    const found = judged('[a](/toolkit/priorities/flods/)', ['/toolkit/priorities/flods/'], {file});
    expect(found.places).toEqual(['versioned_docs/version-2025-10/priorities/floods.md:5:1']);
    expect(found.fixes).toEqual([
      'Add `/toolkit/priorities/flods/` to `redirect_from` of the page that took its place: an edition never changes.',
    ]);
  });

  test('a link that only the site writes, and one in code', () => {
    const found = judged('Words and `[a](/toolkit/priorities/flods/)`.', ['/toolkit/priorities/flods/']);
    expect(found.places).toEqual(['docs/priorities/homes.md:undefined:undefined']);
  });
});

test('an address in front matter is told at its value', () => {
  const text = '---\ntitle: Start\nsources:\n  - {title: A, url: https://flood.example/gone/}\n---\n';
  const file = 'toolkit/index.html';
  const pages = [{...collectLinks('<a href="https://flood.example/gone/">A</a>'), file, source: 'docs/index.md'}];
  const documents = new Map([['docs/index.md', readDocument('docs/index.md', text).document]]);
  const site = {url: 'https://flood.example', baseUrl: '/', pages, files: new Set([file]), documents};
  expect(brokenLinkFindings(site)).toMatchObject([{path: 'docs/index.md', place: {line: 4, column: 21}}]);
});

test('an address of 2,000 characters, and one that is malformed, are told in short', () => {
  const long = `/${'a'.repeat(2000)}/`;
  const pages = [
    {
      ...collectLinks(`<a href="${long}">a</a><a href="/toolkit/%E0%A4%A">b</a><a href="http://[">c</a>`),
      file: 'index.html',
    },
  ];
  const found = brokenLinkFindings({url: 'https://flood.example', baseUrl: '/', pages, files: new Set(['index.html'])});
  expect(found).toHaveLength(3);
  for (const {problem} of found) expect(problem.length).toBeLessThan(300);
});

describe('a link that no page contains as text, but every page shows', () => {
  const frame = (navigation: object) => {
    const pages = Object.entries(SOURCES).map(([file, source]) => ({
      ...collectLinks('<a href="/flood/news/">News</a>'),
      file,
      source,
    }));
    const {document} = readRecord('navigation.json', JSON.stringify(navigation, null, 2));
    const documents = new Map([
      ...Object.values(SOURCES).map((path) => [path, readDocument(path, `${FRONT}Words.`).document] as const),
      ['navigation.json', document] as const,
    ]);
    const files = new Set(Object.keys(SOURCES));
    return brokenLinkFindings({url: 'https://flood.example', baseUrl: '/flood/', pages, files, documents});
  };

  test('is reported once, at its place in the navigation', () => {
    expect(frame({footer: [{label: 'News', to: '/news/'}]})).toMatchObject([
      {
        path: 'navigation.json',
        place: {line: 5, column: 13},
        problem: expect.stringContaining('`/news/` leads nowhere'),
      },
    ]);
  });

  test('is reported once, and not as a mistake of a page, if the site adds it', () => {
    expect(frame({footer: []})).toMatchObject([
      {
        path: 'toolkit/index.html',
        problem: expect.stringMatching(/`\/news\/` leads nowhere.+ \(also on 4 other pages\)$/),
      },
    ]);
  });
});
