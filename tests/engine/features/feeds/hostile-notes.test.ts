import {load} from 'cheerio';
import {describe, expect, test} from 'vitest';
import {renderFeeds} from '../../../../src/features/feeds/render-feeds.ts';
import {judgeFeed} from '../../support/feeds/check-feed.ts';
import {readFeed} from '../../support/feeds/read-feeds.ts';
import {note, updateFile} from '../../support/feeds/updates.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

/** The feed of the toolkit in a format, of one update that says these words, whatever a schema would say of them. */
function feedSaying(words: string, format: 'atom' | 'json'): string {
  const toolkit = toolkitWith({'blog/a.md': updateFile('2026-11-02', [note(['index'], 'Words stand here for now.')])});
  for (const {data} of toolkit.updates) {
    data.title = words;
    data.changes = [note(['index'], words)];
  }
  const feeds = renderFeeds(toolkit, {url: 'https://flood.example', baseUrl: '/'});
  return feeds.find(({address}) => address === `/updates/feed.${format}`)?.text ?? '';
}

/** Words, and how readers must show them. */
const HOSTILE: readonly [name: string, words: string, shown?: string][] = [
  ['an end of raw text', 'Boats ]]> float ]]&gt;.'],
  ['an ampersand and entities', 'Boats & &amp; &lt;b&gt; &nbsp; &#x41;.'],
  ['a script', '<script>alert("x")</script> <img src=x onerror=alert(1)>'],
  ['quotes', `"Boats" and 'boats'`],
  ['a comment and an instruction', '<!-- boats --> <?boats ?> <!DOCTYPE x>'],
  ['emoji and letters of two halves', 'Boats 🚣🏽‍♀️ and 𝒷oats'],
  ['words from right to left', 'قوارب \u202eboats\u202c עברית'],
  ['control characters', 'Bo\u0000at\u0008s\u000b\u001f.', 'Boats.'],
  ['what is no character', 'Boats\uffff\ufffe.', 'Boats.'],
  ['half a character', 'Boats \ud800.', 'Boats \ufffd.'],
];

describe.each(HOSTILE)('%s', (_, words, shown = words) => {
  test('in Atom is shown as it was written', () => {
    const text = feedSaying(words, 'atom');
    expect(judgeFeed('feed.atom', text)).toEqual([]);
    const [entry, ...more] = readFeed(text);
    expect(more).toEqual([]);
    const $ = load(entry?.content ?? '', {scriptingEnabled: false}, false);
    expect($('p').first().text()).toBe(`Changed. ${shown}`);
    expect($('script, img').length).toBe(0);
  });

  test('in JSON is shown as it was written', () => {
    const text = feedSaying(words, 'json');
    expect(judgeFeed('feed.json', text)).toEqual([]);
    const $ = load(JSON.parse(text).items[0].content_html, null, false);
    expect($('script, img').length).toBe(0);
    expect(JSON.parse(text).items[0].title).toBe(words);
  });
});
