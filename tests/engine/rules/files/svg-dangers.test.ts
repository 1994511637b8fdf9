import {expect, test} from 'vitest';
import {svgDangers} from '../../../../src/rules/files/svg-dangers.ts';

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">\n${inside}\n</svg>`;

const problemsIn = (inside: string) => svgDangers(svg(inside)).map(({problem}) => problem);

test('each danger is reported separately, at its place', () => {
  const text = svg('<script/><path onclick="a()"/>');
  expect(svgDangers(text).map(({offset}) => text.slice(offset, offset + 5))).toEqual(['<scri', '<path']);
});

test.each([
  '<SCRIPT>a()</SCRIPT>',
  '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>',
  '<path ONCLICK="a()"/>',
  '<animate attributeName="xlink:href" values="javascript:a()"/>',
  '<image xml:base="https://elsewhere.example/" href="#a"/>',
  '<image href="\n https://elsewhere.example/a.png"/>',
  '<style>@im\\70ort "https://elsewhere.example"</style>',
  '<style>@i\\\nmport "https://elsewhere.example"</style>',
  '<style>a{background:image-set("https://elsewhere.example/a.png" 1x)}</style>',
  '<path style="fill:url(\'https://elsewhere.example/#a\')"/>',
  '<path filter="url(filters.svg#blur)"/>',
])('finds %s', (inside) => {
  expect(problemsIn(inside)).not.toEqual([]);
});

test.each([
  '<animate attributeName="opacity" from="0" to="1" dur="1s"/>',
  '<path filter="url(#blur)" style="mask:url( \'#mask\' )"/>',
  '<!-- <script>a()</script> --><text><![CDATA[<script>]]></text>',
  '<text>on load, see https://elsewhere.example, @import and url(a)</text>',
  '<title>onclick="a()"</title>',
])('passes %s', (inside) => {
  expect(problemsIn(inside)).toEqual([]);
});
