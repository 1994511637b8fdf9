import {expect, test} from 'vitest';
import {svgDangers} from '../../../../src/rules/files/svg-dangers.ts';

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">\n${inside}\n</svg>`;

const errorsIn = (inside: string) => svgDangers(svg(inside)).filter(({severity}) => severity !== 'warning');

test('each danger is reported separately, at its place', () => {
  const text = svg('<script/><path onclick="a()"/>');
  expect(svgDangers(text).map(({offset}) => text.slice(offset, offset + 5))).toEqual(['<scri', '<path']);
});

test.each([
  '<SCRIPT>a()</SCRIPT>',
  '<!DOCTYPE svg SYSTEM "a>b" [<!ENTITY a "&#60;script/>">]>',
  '<path ONCLICK="a()"/>',
  '<animate attributeName="xlink:href" values="javascript:a()"/>',
  '<image xml:base="https://elsewhere.example/" href="#a"/>',
  '<image href="\n https://elsewhere.example/a.png"/>',
  '<style>@im\\70ort "https://elsewhere.example"</style>',
  '<style>@i\\\nmport "https://elsewhere.example"</style>',
  '<path filter="url(filters.svg#blur)"/>',
  '<foreignObject><script xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
  '<foreignObject><x:form xmlns:x="http://www.w3.org/1999/xhtml"/></foreignObject>',
  '<foreignObject><x:img xmlns:x="http://www.w3.org/1999/xhtml" srcset="//elsewhere.example/a.png"/></foreignObject>',
  '<style>a{src:url(data:font/woff2;base64,AA==);fill:url(//elsewhere.example)}</style>',
])('finds %s', (inside) => {
  expect(errorsIn(inside)).not.toEqual([]);
});

test('HTML, fonts, links and the document type of drawing programs are warnings', () => {
  const html = '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">Ford</div></foreignObject>'.repeat(2);
  const font = '<style>@font-face{src:url("data:application/font-woff2;charset=utf-8;base64,AA==")}</style>';
  const dangers = svgDangers(
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">${svg(`${html}${font}<a href="https://elsewhere.example"/>`)}`,
  );
  expect(dangers.map(({severity}) => severity)).toEqual(['warning', 'warning', 'warning', 'warning']);
});

test.each(['<animate attributeName="opacity" from="0" to="1" dur="1s"/>', '<title>onclick="a()"</title>'])(
  'passes %s',
  (inside) => {
    expect(svgDangers(svg(inside))).toEqual([]);
  },
);
