import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
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

/** A toolkit of one page before its launch, without handbook, sidebar or word list. */
beforeAll(async () => {
  const {'docs/index.md': start = '', 'toolkit.config.ts': config = ''} = soundFiles();
  const folder = copyToolkit('small before its launch', {contentFrom: [], isWarm: true});
  const files = {
    'docs/index.md': start,
    'toolkit.config.ts': config,
    'navigation.json': '{"contribute": {"label": "Offer a case study", "to": "/toolkit/"}, "footer": []}\n',
    'sidebars.ts': "import navigation from './navigation.json';\n\nexport default navigation.sidebars;\n",
    'static/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), text);
  }
  unseen = await build(folder);
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

test('every page of it is sound', async () => {
  expect(await judgeSite(unseen, {url: 'https://flood.example', baseUrl: '/', language: 'en-GB'})).toEqual([]);
});
