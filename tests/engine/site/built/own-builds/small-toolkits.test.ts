import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {runCommand, textIn} from '../../../support/run-command.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {openBuilt, readBuiltPages, squeeze} from '../../../support/sites/built-page.ts';
import {judgeSite} from '../../../support/sites/check-page.ts';
import {copyToolkit} from '../../../support/toolkits/copy-toolkit.ts';
import {soundFiles} from '../../../support/toolkits/sound-toolkit.ts';

/** Pages that list what a small toolkit does not have, with what they say instead. */
const EMPTY = {
  'case-studies/': 'There are no case studies yet.',
  'editions/': 'There is no edition yet.',
  'figures/': 'No page has figures in a table, in a chart or as outcomes yet.',
  'quotations/': 'Nothing has been published yet.',
  'updates/': 'Nothing has been published yet.',
  'updates/follow/': 'Nothing has been published yet.',
};

let unseen = '';
let launched = '';

/** A toolkit of one page, without handbook, sidebar or word list: before its launch, and after it with a second page. */
beforeAll(async () => {
  const {
    'docs/index.md': start = '',
    'toolkit.config.ts': config = '',
    'docs/priorities/homes.md': homes = '',
  } = soundFiles();
  const files = {
    'docs/index.md': start,
    'toolkit.config.ts': config,
    'navigation.json': '{"contribute": {"label": "Offer a case study", "to": "/toolkit/"}, "footer": []}\n',
    'sidebars.ts': "import navigation from './navigation.json';\n\nexport default navigation.sidebars;\n",
    'static/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
  };
  const make = (name: string, more: Record<string, string> = {}) => {
    const folder = copyToolkit(name, {contentFrom: [], isWarm: true});
    for (const [file, text] of Object.entries({...files, ...more})) {
      mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
      writeFileSync(path.join(folder, file), text);
    }
    return folder;
  };
  const after = make('small after its launch', {
    'docs/priorities/homes.md': homes.replace('Words.', 'See [the start](/index.md) and [the plan](/plan.pdf).'),
    'static/plan.pdf': '%PDF-1.7\n',
  });
  expect(await runCommand(['publish', '--launch'], after)).toMatchObject({code: 0, stderr: ''});
  unseen = await build(make('small before its launch'));
  launched = await build(after);
}, 240_000);

test.each(Object.entries(EMPTY))('%s says what there is not, and no page links to it', (address, said) => {
  expect(squeeze(openBuilt(unseen, address)('main').text())).toContain(said);
  for (const {file, $, isRedirect} of readBuiltPages(unseen)) {
    if (isRedirect || `${file.replace('index.html', '')}` === address) continue;
    // What feedback leads to, and what data is promised, is the same in every toolkit.
    if (address === 'updates/' && /^(updates\/follow|feedback|api)\//.test(file)) continue;
    expect($(`a[href="/${address}"]`).length, file).toBe(0);
  }
});

test('home and the page of a toolkit that nobody has seen have no history, no feeds, and no lists of what is to come', () => {
  const home = openBuilt(unseen, '');
  expect(
    home('main h2')
      .toArray()
      .map((heading) => home(heading).text()),
  ).toEqual(['Is something wrong, missing or unclear?']);
  const $ = openBuilt(unseen, 'toolkit/');
  expect($('.history, .page-meta time, .follow, link[type="application/atom+xml"]').length).toBe(0);
  expect(squeeze($('#review').text())).toBe('Looked after byEditor');
});

test('after the launch every page says since when it is public, and has a feed', () => {
  for (const address of ['toolkit/', 'toolkit/priorities/homes/']) {
    const $ = openBuilt(launched, address);
    expect(squeeze($('.history').text()), address).toContain('First published: 24 November 2026.');
    expect($('link[type="application/atom+xml"]').length, address).toBeGreaterThan(0);
  }
  const update = squeeze(openBuilt(launched, 'updates/2026-11-24/')('main').text());
  expect(update).toContain('First published');
  expect(update).toContain('The toolkit is public, with 2 guidance pages.');
  expect(squeeze(openBuilt(launched, 'updates/')('main').text())).toContain('New page Start, Homes');
  expect(textIn(launched, 'toolkit/priorities/homes/feed.atom')).toContain('The toolkit is public');
});

test('an author can link to a page by its path in `docs/`, and to a file in `static/`', () => {
  const links = openBuilt(launched, 'toolkit/priorities/homes/')('.prose a').toArray();
  expect(links.map(({attribs}) => attribs.href)).toEqual(['/toolkit/', '/plan.pdf']);
});

test('every page of both sites is sound', async () => {
  for (const site of [unseen, launched])
    expect(await judgeSite(site, {url: 'https://flood.example', baseUrl: '/', language: 'en-GB'})).toEqual([]);
});
