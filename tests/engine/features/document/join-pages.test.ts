import {expect, test} from 'vitest';
import {joinPages} from '../../../../src/features/document/join-pages.ts';
import {ENGLISH} from '../../../../src/language/text.ts';

const SITE = {url: 'https://flood.example', baseUrl: '/flood/', text: ENGLISH};
const PART = '/toolkit/document/page/2/';
const NEXT = '/toolkit/document/page/3/';
const HOMES = {address: '/toolkit/priorities/homes/', part: PART};
const WARDENS = {address: '/toolkit/approaches/wardens/', part: PART};
const BOATS = {address: '/toolkit/boats/', part: NEXT};

const cut = (html: string) => ({html, ids: new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id))});

/** A page of the document with two pages of the given content; a third one is on the next. */
function join(homes: string, wardens = '<h1>Wardens</h1><h2 id="first-steps">First steps</h2>'): string {
  return joinPages(SITE, PART, [
    {...HOMES, ...cut(homes)},
    {...WARDENS, ...cut(wardens)},
    {...BOATS, ...cut('<h1>Boats</h1><h2 id="oars">Oars</h2>')},
  ]);
}

test('headings stand one level lower, and the lowest stays', () => {
  expect(join('<h1>a</h1><h2>b</h2><h5>c</h5><h6>d</h6>')).toContain('<h2>a</h2><h3>b</h3><h6>c</h6><h6>d</h6>');
});

test('ids are those of one page alone, and what names them follows', () => {
  const html = join(
    '<h2 id="first-steps">a</h2><table><tr><th id="x"></th><td headers="x first-steps"></td></tr></table>',
  );
  expect(html).toContain('id="toolkit--priorities--homes__first-steps"');
  expect(html).toContain('id="toolkit--approaches--wardens__first-steps"');
  expect(html).toContain('headers="toolkit--priorities--homes__x toolkit--priorities--homes__first-steps"');
});

test('a drawing keeps its pattern', () => {
  const html = join('<svg viewBox="0 0 9 9"><pattern id="hatch"/><rect fill="url(#hatch)"/></svg>');
  expect(html).toContain(
    '<svg viewBox="0 0 9 9"><pattern id="toolkit--priorities--homes__hatch"/>' +
      '<rect fill="url(#toolkit--priorities--homes__hatch)"/></svg>',
  );
});

test.each([
  ['another page', '/flood/toolkit/approaches/wardens/', '#toolkit--approaches--wardens'],
  ['a heading of it', '../../approaches/wardens/#first-steps', '#toolkit--approaches--wardens__first-steps'],
  ['its own heading', '#why', '#toolkit--priorities--homes__why'],
  ['a page on another page of the document', '/flood/toolkit/boats/', '/flood/toolkit/document/page/3/#toolkit--boats'],
  ['a heading there', '../../boats/#oars', '/flood/toolkit/document/page/3/#toolkit--boats__oars'],
  ['what was left out there', '../../boats/#updates', '/flood/toolkit/boats/#updates'],
  ['what was left out', '#updates', '/flood/toolkit/priorities/homes/#updates'],
  ['a page outside the document', '../../../case-studies/?q=a#found', '/flood/case-studies/?q=a#found'],
  ['a message', 'mailto:a@flood.example', 'mailto:a@flood.example'],
])('a link to %s leads to the same words', (_what, href, expected) => {
  expect(join(`<h2 id="why">b</h2><p><a href="${href}">a</a></p>`)).toContain(`<p><a href="${expected}">a</a></p>`);
});

test('pictures are found from the address of the document', () => {
  expect(join('<img src="pump.png" alt="">')).toContain('src="/flood/toolkit/priorities/homes/pump.png"');
});

test('an outside address is spelled out once in each section', () => {
  const link = '<a href="https://elsewhere.example/">a</a>';
  const again = '<a href="https://elsewhere.example/" class="spelled-out">a</a>';
  const html = join(`${link}${link}`, link);
  expect(html).toContain(`${link}${again}`);
  expect(html.split(link)).toHaveLength(3);
});
