import {fileText} from '../../content/files/file-text.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import {extensionOf} from '../files/file-kinds.ts';
import {svgDangers} from '../files/svg-dangers.ts';
import type {Rule} from '../rule.ts';

const SVG = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inside}</svg>\n`;

export const noUnsafeSvg: Rule = {
  id: 'no-unsafe-svg',
  group: 'safety',
  summary:
    'A drawing, a `.svg` file, contains no scripts, no forms, and nothing from other sites. HTML, links, fonts and a document type, as drawing programs export them, are warnings.',
  why: 'If a reader opens a drawing directly, its scripts run as part of this site. Content from other sites would let them track readers.',
  good: [
    {
      'static/river.svg': `<?xml version="1.0" encoding="UTF-8"?>\n<!-- <script> -->\n${SVG(
        '<style>.a{fill:url(#b)}</style><defs><linearGradient id="b"/></defs><use xlink:href="#b"/><path class="a" on="1"/>',
      )}`,
    },
    {
      'docs/river.svg': SVG(
        '<image href="data:image/png;base64,iVBORw0KGgo="/><text>Call javascript:alert() &amp; go on</text>',
      ),
    },
    {
      'docs/river.svg': SVG(
        '<metadata><a:b xmlns:a="http://www.inkscape.org/namespaces/inkscape">http://a.example</a:b></metadata>',
      ),
    },
    {'docs/river.svg': SVG('<path inkscape:export-filename="C:\\Users\\me\\url.png" style="fill:u\\rl(#b)"/>')},
    {'docs/river.png': SVG('<script/>')},
  ],
  bad: [
    {'static/river.svg': SVG('<script>alert(1)</script>')},
    {'static/river.svg': SVG('<path/>', ' onload="alert(1)"')},
    {'static/river.svg': SVG('<x:script xmlns:x="http://www.w3.org/2000/svg"/><foreignObject/>')},
    {'static/river.svg': SVG('<image href="https://elsewhere.example/a.png"/><use xlink:href="other.svg#a"/>')},
    {'static/river.svg': SVG('<a href="&#106;avascript:alert(1)"><path/></a>')},
    {'static/river.svg': SVG('<a><set attributeName="href" to="javascript:alert(1)"/></a>')},
    {'static/river.svg': SVG('<style><![CDATA[@import "https://elsewhere.example/a.css";]]></style>')},
    {
      'static/river.svg': SVG(
        '<path style="fill: u\\72l(//elsewhere.example/#a)"/><path fill="URL( https://a.example/#a )"/>',
      ),
    },
    {'static/river.svg': SVG('<style>@im\\port "https://elsewhere.example/a.css";</style>')},
    {'static/river.svg': SVG('<style>@im\\port u\\rl(https://elsewhere.example/a.css);</style>')},
    {'static/river.svg': SVG('<style>svg{background-image:u\\rl("https://elsewhere.example/a.png")}</style>')},
    {'static/river.svg': SVG('<style>svg{background:i\\mage-set("https://elsewhere.example/a.png" 1x)}</style>')},
    {'static/river.svg': SVG('<style>@font-face{font-family:a;src:u\\rl(https://elsewhere.example/a)}</style>')},
    {'static/river.svg': SVG('<path style="mask-image:u\\rl(https://elsewhere.example/a.png)"/>')},
    {'static/river.svg': SVG('<path style="background-image:u\\rl(https://elsewhere.example/a.png)"/>')},
    {'static/river.svg': SVG('<path cursor="u\\rl(https://elsewhere.example/a.png), auto"/>')},
    {'static/river.svg': `<!DOCTYPE svg [<!ENTITY a "b">]>\n${SVG('<text>&a;</text>')}`},
    {'static/river.svg': `<?xml-stylesheet href="https://elsewhere.example/a.css"?>\n${SVG('')}`},
    {'static/river.svg': SVG('<image href="data:image/svg+xml,&lt;svg/&gt;"/>')},
    {'docs/river.svg': SVG('<x:iframe xmlns:x="http://www.w3.org/1999/xhtml" src="https://elsewhere.example"/>')},
    {'docs/river.svg': `<?xml version="1.0" encoding="UTF-7"?>\n${SVG('')}`},
  ],
  check: ({files}) =>
    files
      .filter(({path}) => extensionOf(path) === 'svg')
      .flatMap(({path, bytes}) => {
        const text = fileText(bytes);
        if (text === undefined) return [];
        const placeAt = createPlaceFinder(text);
        return svgDangers(text).map(({offset, ...danger}) => ({path, place: placeAt(offset), ...danger}));
      }),
};
