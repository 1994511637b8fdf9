import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {fileOfAddress} from '../../../../../src/content/addresses/addresses.ts';
import {addressOf} from '../../../../../src/content/pages/page-id.ts';
import type {ChangeNote} from '../../../../../src/content/schemas/change-note-schema.ts';
import {textIn} from '../../../support/run-command.ts';
import {squeeze} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

/** How often words stand in a text. */
const count = (text: string, sought: string) => text.split(squeeze(sought)).length - 1;

/** The words of an entry without those it quotes: a correction stands beside what it puts right, in both entries. */
function ownWords(html: string): string {
  const $ = load(html);
  $('blockquote').remove();
  $('p:has(> strong:contains("Corrected on"))').remove();
  return squeeze($.root().text());
}

interface Change {
  id: string;
  slug: string;
  latest: string;
  kind: ChangeNote['kind'];
  significance: 'major' | 'minor';
  note: string;
  pages: string[];
}

/** Every change that was published, from the files themselves: no code of ours stands between. */
function changesIn(root: string): Change[] {
  const blog = path.join(root, 'blog');
  return readdirSync(blog)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const {slug, published, changes} = parse(textIn(blog, file).split('---\n')[1] ?? '', {
        schema: 'core',
      });
      return (changes as Omit<Change, 'id' | 'slug' | 'latest'>[]).map((change, index) => ({
        ...change,
        id: `${slug}#${index + 1}`,
        slug: String(slug),
        latest: String(published.latest),
      }));
    });
}

/** The last day of the predecessor: feeds and dates of pages leave out its updates. */
const UNTIL = '2025-12-31';

const CONFIG = {pages_at: '/toolkit/'};

describe('every outlet of the larger site', () => {
  const site = siteFolder('large');
  const root = path.dirname(site);
  const changes = changesIn(root);
  const read = (file: string) => textIn(site, file);
  const json = (file: string) => JSON.parse(read(file));
  const entriesOf = (address: string) => {
    const $ = load(read(fileOfAddress(address)), {xml: true});
    return $('entry')
      .toArray()
      .map((entry) => ({
        id: $('> id', entry).text(),
        updated: $('> updated', entry).text().slice(0, 'yyyy-mm-dd'.length),
        words: ownWords($('> content', entry).text()),
      }));
  };
  const live = [...new Set(changes.flatMap(({pages}) => pages))].filter((id) =>
    existsSync(path.join(site, fileOfAddress(addressOf(CONFIG, id)))),
  );

  test('the page of an update tells each of its changes once', () => {
    for (const slug of new Set(changes.map((change) => change.slug))) {
      const $ = load(read(`updates/${slug}/index.html`));
      $('main .notice').remove();
      for (const {id, note} of changes.filter((change) => change.slug === slug)) {
        expect(count(squeeze($('main').text()), note), id).toBe(1);
      }
    }
  });

  test('the months of the API hold each change once, and nothing else', () => {
    const months = json('api/changes/index.json').months as {month: string}[];
    const told = months.flatMap(({month}) =>
      (json(`api/changes/${month}.json`).changes as {id: string; note: string; public_timestamp: string}[]).map(
        (change) => [change.id, change.note, change.public_timestamp, month],
      ),
    );
    const expected = changes.map(({id, note, latest}) => [id, note, latest, latest.slice(0, 'yyyy-mm'.length)]);
    expect(told.sort()).toEqual(expected.sort());
  });

  test('the feeds of the whole toolkit hold each major change once, and no minor one', () => {
    const entries = entriesOf('/updates/feed.atom');
    const items = json('updates/feed.json').items as {id: string; content_html: string}[];
    const isTold = ({significance}: (typeof changes)[number]) => significance === 'major';
    const slugs = new Set(changes.filter(isTold).map(({slug}) => slug));
    expect(entries.map(({id}) => id).sort()).toEqual(items.map(({id}) => id).sort());
    expect(entries.length).toBe(slugs.size);
    for (const change of changes) {
      const {id, slug, note, latest} = change;
      const entry = entries.find((candidate) => candidate.id.endsWith(`/updates/${slug}/`));
      const item = items.find((candidate) => candidate.id.endsWith(`/updates/${slug}/`));
      const times = isTold(change) ? 1 : 0;
      expect(count(entry?.words ?? '', note), id).toBe(times);
      expect(count(ownWords(item?.content_html ?? ''), note), id).toBe(times);
      if (entry) expect(entry.updated, id).toBe(latest);
    }
  });

  test.each(live)('history, data and feed of %s tell the same changes', (pageId) => {
    const address = addressOf(CONFIG, pageId);
    const own = changes.filter(({pages}) => pages.includes(pageId));
    const shown = pageId === 'index' ? changes : own;
    const history = squeeze(load(read(fileOfAddress(address)))('.history').text());
    const {details} = json(`api/content${address.replace(/\/$/, '')}.json`);
    const inData = [details.change_history, details.minor_changes, details.earlier_changes].flat() as {id: string}[];
    expect(inData.map(({id}) => id).sort()).toEqual(shown.map(({id}) => id).sort());
    for (const {id, note} of shown) expect(count(history, note), `${id} on the page`).toBe(1);
    const inFeed = entriesOf(`${address}feed.atom`)
      .map((entry) => entry.words)
      .join(' ');
    for (const {id, note, significance, latest} of own) {
      expect(count(inFeed, note), `${id} in the feed`).toBe(significance === 'major' && latest > UNTIL ? 1 : 0);
    }
  });

  test.each(live)('page, data, feed, structured data and sitemap give %s one date', (pageId) => {
    const address = addressOf(CONFIG, pageId);
    const $ = load(read(fileOfAddress(address)));
    const own = changes.filter(({pages, latest}) => pages.includes(pageId) && latest > UNTIL);
    const newest = (found: readonly Change[]) =>
      found
        .map(({latest}) => latest)
        .sort()
        .at(-1);
    const major = newest(own.filter(({significance}) => significance === 'major'));
    const article = $('script[type="application/ld+json"]')
      .toArray()
      .map((script) => JSON.parse($(script).text()))
      .find((datum) => datum['@type'] === 'Article');
    expect(article?.dateModified).toBe(major);
    const [entry] = entriesOf(`${address}feed.atom`);
    expect(entry?.updated).toBe(major);
    if (pageId !== 'index') {
      expect(json(`api/content${address.replace(/\/$/, '')}.json`).public_updated_at ?? undefined).toBe(major);
      expect($('.page-meta time').attr('datetime')).toBe(major);
    }
    const place = load(read('sitemap.xml'), {xml: true})('url')
      .toArray()
      .map((url) => load(url, {xml: true}))
      .find((url) => url('loc').text().endsWith(address));
    expect(place?.('lastmod').text()).toBe(newest(own));
  });
});
