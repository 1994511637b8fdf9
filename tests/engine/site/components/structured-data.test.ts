import {expect, test} from 'vitest';
import {breadcrumbList, serializeStructuredData} from '../../../../src/site/components/structured-data.ts';

test('a trail is numbered; a step without a page is left out, unless it is the last', () => {
  const list = breadcrumbList([
    {name: 'Home', url: 'https://flood.example/'},
    {name: 'A group'},
    {name: 'Guidance', url: 'https://flood.example/toolkit/'},
    {name: 'Homes'},
  ]);
  expect(list).toHaveProperty('itemListElement', [
    {'@type': 'ListItem', position: 1, name: 'Home', item: 'https://flood.example/'},
    {'@type': 'ListItem', position: 2, name: 'Guidance', item: 'https://flood.example/toolkit/'},
    {'@type': 'ListItem', position: 3, name: 'Homes'},
  ]);
});

test('no text can end the script that holds it, and none is lost', () => {
  const name = '</script><!-- <b> & "quotes"';
  const text = serializeStructuredData({'@context': 'https://schema.org', '@type': 'WebSite', name});
  expect(text).not.toMatch(/[<>&]/);
  expect(JSON.parse(text)).toHaveProperty('name', name);
});
