import {expect, test} from 'vitest';
import {collectLinks} from '../../../../src/site/links/collect-links.ts';

test.each([
  {html: '<a href=/a/ >x</a>', targets: ['/a/']},
  {html: "<a href='/a/?b=1&amp;c=2'>x</a>", targets: ['/a/?b=1&c=2']},
  {html: '<img src=a.png srcset="b.png 1x,c,d.png 2x, e.png">', targets: ['a.png', 'b.png', 'c,d.png', 'e.png']},
  {html: '<video poster=p.jpg><source src=v.mp4></video>', targets: ['p.jpg', 'v.mp4']},
  {html: '<link rel=stylesheet href=/s.css><script src=/s.js></script>', targets: ['/s.css', '/s.js']},
  {html: '<svg><use xlink:href="#icon"/></svg>', targets: ['#icon']},
  {html: '<!-- <a href=/a/> --><script>"<a href=/b/>"</script>', targets: []},
])('$html leads to $targets', ({html, targets}) => {
  expect(collectLinks(html).links.map(({target}) => target)).toEqual(targets);
});

test('anchors are ids, and names of links alone', () => {
  expect([...collectLinks('<meta name=no><h2 id="a b">x</h2><a name=c></a>').anchors]).toEqual(['a b', 'c']);
});

test('a link knows where its tag begins', () => {
  const {links} = collectLinks('<p>\n\n  <b><a\n href=/a/>x</a>\n<a href=/b/>y</a>');
  expect(links.map(({place}) => place)).toEqual([
    {line: 3, column: 6},
    {line: 5, column: 1},
  ]);
});
