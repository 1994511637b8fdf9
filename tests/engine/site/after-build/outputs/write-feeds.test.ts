import {expect, test} from 'vitest';
import {writeFeeds} from '../../../../../src/site/after-build/steps/write-api.ts';
import {judgeFeed} from '../../../support/feeds/check-feed.ts';
import {note, updateFile} from '../../../support/feeds/updates.ts';
import {page} from '../../../support/toolkits/sound-toolkit.ts';
import {has, read, siteWith} from '../built-site.ts';

test('feeds lie beside the pages they are about, and where those lay before', async () => {
  const toolkit = {
    'docs/häuser & höfe.md': page('Houses', 'redirect_from: [/toolkit/old/]\n'),
    'blog/a.md': updateFile('2026-11-02', [note(['index'], 'The first page was written.')]),
  };
  const site = siteWith({}, {toolkit, baseUrl: '/flood/'});
  await writeFeeds(site);
  const files = [
    'updates/feed.atom',
    'updates/feed.json',
    'updates/wardens/feed.atom',
    'case-studies/feed.atom',
    'toolkit/feed.atom',
    'toolkit/häuser & höfe/feed.atom',
    'toolkit/old/feed.atom',
  ];
  for (const file of files) expect([file, judgeFeed(file, read(site, file))]).toEqual([file, []]);
  expect(read(site, 'toolkit/old/feed.atom')).toContain(
    'href="https://flood.example/flood/toolkit/h%C3%A4user%20&#x26;%20h%C3%B6fe/feed.atom"',
  );
});

test('before the first update nothing is written', async () => {
  const site = siteWith({});
  await writeFeeds(site);
  expect(has(site, 'updates')).toBe(false);
});
