import {expect, test} from 'vitest';
import {collectFeedLinks, collectJsonLinks} from '../../../../src/site/links/collect-links.ts';

const targets = (links: readonly {target: string}[]) => links.map(({target}) => target);

test('an Atom feed leads where its links and the words of its entries do; an id only names', () => {
  const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://flood.example/feed</id>
<link rel="self" href="https://flood.example/feed.xml"/>
<entry><id>tag:flood.example,2026:1</id><link href="https://flood.example/a/"/>
<content type="html">&lt;p&gt;&lt;a href="/b/"&gt;b&lt;/a&gt; &lt;img src="/c.png"&gt;&lt;/p&gt;</content></entry></feed>`;
  const links = collectFeedLinks(xml);
  expect(targets(links)).toEqual(['https://flood.example/feed.xml', 'https://flood.example/a/', '/b/', '/c.png']);
  expect(links.map(({place}) => place.line)).toEqual([2, 3, 4, 4]);
});

test('an RSS feed and a site map lead where the text of their elements says', () => {
  const rss = `<rss><channel><link>https://flood.example/</link><item><link>https://flood.example/a/</link>
<guid isPermaLink="false">a1</guid><description><![CDATA[<a href="/b/">b</a>]]></description></item></channel></rss>`;
  expect(targets(collectFeedLinks(rss))).toEqual(['https://flood.example/', 'https://flood.example/a/', '/b/']);
  const map = '<urlset><url><loc>https://flood.example/a/</loc></url></urlset>';
  expect(targets(collectFeedLinks(map))).toEqual(['https://flood.example/a/']);
});

test('a JSON feed leads where its addresses and the words of its items do; names and templates lead nowhere', () => {
  const json = JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      items: [{id: 'https://flood.example/1', url: 'https://flood.example/a/', content_html: '<a href="/b/">b</a>'}],
      template: 'https://flood.example/api/{id}',
      words: 'See https://flood.example/ for more.',
    },
    null,
    2,
  );
  const links = collectJsonLinks(json);
  expect(targets(links)).toEqual(['https://jsonfeed.org/version/1.1', 'https://flood.example/a/', '/b/']);
  expect(links.map(({place}) => place.line)).toEqual([2, 6, 7]);
});

test('a file that is no JSON leads nowhere', () => {
  expect(collectJsonLinks('{"url": "https://flood.example/a/"')).toEqual([]);
});
