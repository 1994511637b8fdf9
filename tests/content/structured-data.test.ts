import {expect, test} from 'vitest';
import {article, breadcrumbList, serializeStructuredData} from '../../src/content/structured-data.ts';

const FACTS = {
  title: 'Homes',
  description: 'What to do before the water comes.',
  url: 'https://flood.example/toolkit/homes/',
  partOf: 'The river trust',
  language: 'en-GB',
};

test('a trail is numbered; a step without a page is left out, unless it is the last', () => {
  const list = breadcrumbList([
    {name: 'Home', url: 'https://flood.example/'},
    {name: 'A group'},
    {name: 'Guidance', url: 'https://flood.example/toolkit/'},
    {name: 'Homes'},
  ]);
  expect(list.itemListElement).toEqual([
    {'@type': 'ListItem', position: 1, name: 'Home', item: 'https://flood.example/'},
    {'@type': 'ListItem', position: 2, name: 'Guidance', item: 'https://flood.example/toolkit/'},
    {'@type': 'ListItem', position: 3, name: 'Homes'},
  ]);
});

test('an article says when it was published and changed only where that is known', () => {
  expect(article(FACTS)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: 'Homes',
    description: 'What to do before the water comes.',
    url: 'https://flood.example/toolkit/homes/',
    inLanguage: 'en-GB',
    isPartOf: {'@type': 'WebSite', name: 'The river trust'},
  });
  const dated = article({...FACTS, dateModified: '2026-11-24'});
  expect(dated.dateModified).toBe('2026-11-24');
  expect(dated).not.toHaveProperty('datePublished');
});

test('no text can end the script that holds it, and none is lost', () => {
  const title = '</script><!-- <b> & "quotes"';
  const text = serializeStructuredData({title});
  expect(text).not.toMatch(/[<>&]/);
  expect(JSON.parse(text)).toEqual({title});
});
