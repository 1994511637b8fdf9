import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import {describe, expect, test} from 'vitest';
import {judgeFeed} from '../../../support/feeds/check-feed.ts';
import {readFeed} from '../../../support/feeds/read-feeds.ts';
import {textIn} from '../../../support/run-command.ts';
import {readBuiltPages} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

const SITE_ROOT = 'https://flood.example/flood/';

const FEED_RE = /(^|[\\/])feed\.(atom|json)$/;

const TYPES: Readonly<Record<string, string>> = {
  'application/atom+xml': '.atom',
  'application/feed+json': '.json',
};

describe('the feeds of the larger site', async () => {
  const built = siteFolder('large');
  const files = readdirSync(built, {recursive: true, encoding: 'utf8'}).filter((file) => FEED_RE.test(file));
  const read = (file: string) => textIn(built, file);

  test.each(files)('%s breaks no rule', (file) => {
    expect(judgeFeed(file, read(file))).toEqual([]);
  });

  test('another program reads them all, and finds each id once', () => {
    for (const file of files) {
      const entries = readFeed(read(file));
      const ids = entries.map(({id}) => id);
      expect([file, new Set(ids).size]).toEqual([file, ids.length]);
      for (const entry of entries) {
        expect(entry.title).not.toBe('');
        expect(load(entry.content)('p').length).toBeGreaterThan(0);
      }
    }
  });

  test('every page leads to the feed of the toolkit, and one with a feed of its own to that', () => {
    const base = new URL(SITE_ROOT).pathname;
    for (const {file, $} of readBuiltPages(built).filter(({isRedirect}) => !isRedirect)) {
      const found = $('link[rel="alternate"]')
        .toArray()
        .map(({attribs}) => ({href: attribs.href ?? '', type: attribs.type ?? '', title: attribs.title ?? ''}))
        // The page as Markdown and as data is no feed.
        .filter(({type}) => type in TYPES);
      const own = file.replace(/index\.html$/, 'feed.atom');
      const atom = new Set(found.map(({href}) => href).filter((href) => href.endsWith('.atom')));
      const expected = ['updates/feed.atom', ...(file !== '404.html' && files.includes(own) ? [own] : [])];
      // A page on how to get updates is about the feed that it names.
      const named = $('.feed-addresses code')
        .toArray()
        .map((code) => new URL($(code).text()).pathname);
      const feeds = new Set([...expected.map((feed) => base + feed), ...(named.length === 1 ? named : [])]);
      expect([file, atom]).toEqual([file, feeds]);
      for (const {href, type, title} of found) {
        expect([file, href.endsWith(TYPES[type] ?? 'no feed'), title !== '']).toEqual([file, true, true]);
        expect(existsSync(path.join(built, href.slice(base.length)))).toBe(true);
      }
    }
  });
});
