import {Parser} from 'htmlparser2';
import type {Fault} from '../../content/problem.ts';

type SvgDanger = Fault & {offset: number};

/** Elements that run code or contain code: https://svgwg.org/svg2-draft/interact.html#ScriptElement. */
const ACTIVE = 'script handler listener foreignobject iframe object embed video audio canvas link meta base'.split(' ');

const ANIMATIONS = ['set', 'animate', 'animatemotion', 'animatetransform', 'animatecolor'];

const XHTML = 'http://www.w3.org/1999/xhtml';

const EXPORT = 'Save the drawing as "plain SVG", or remove this part by hand.';

/** Finds everything in a drawing that could run code or load from other sites. Offsets are in UTF-16 units. */
export function svgDangers(text: string): SvgDanger[] {
  const dangers: SvgDanger[] = [];
  let style: {offset: number; text: string} | undefined;
  function add(offset: number, faults: readonly (Fault | undefined)[]) {
    for (const fault of faults) if (fault) dangers.push({offset, ...fault});
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        add(parser.startIndex, [checkElement(name, attributes)]);
        for (const [key, value] of Object.entries(attributes)) {
          add(parser.startIndex, [checkAttribute(localName(key), key, value)]);
        }
        if (localName(name) === 'style') style = {offset: parser.startIndex, text: ''};
      },
      ontext(words) {
        if (style) style.text += words;
      },
      onclosetag(name) {
        if (localName(name) !== 'style' || !style) return;
        add(style.offset, [checkStyle(style.text)]);
        style = undefined;
      },
      onprocessinginstruction: (name, data) => add(parser.startIndex, [checkInstruction(name.toLowerCase(), data)]),
    },
    {xmlMode: true},
  );
  parser.end(text);
  return dangers;
}

/** The name without its prefix, in lower case: any prefix is valid, and some programs ignore case. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function checkElement(written: string, attributes: Readonly<Record<string, string>>): Fault | undefined {
  const name = localName(written);
  const changes = localName(attributes.attributeName ?? '');
  if (ACTIVE.includes(name) || (ANIMATIONS.includes(name) && (changes === 'href' || changes.startsWith('on')))) {
    return {
      problem: `drawing contains the element \`${written}\`, which can run code, expected only shapes and text`,
      fix: EXPORT,
    };
  }
  return undefined;
}

function checkAttribute(name: string, key: string, value: string): Fault | undefined {
  if (/^on[a-z]{3,}/.test(name)) {
    return {problem: `drawing contains \`${key}\`, which runs code, expected only shapes and text`, fix: EXPORT};
  }
  if (key.toLowerCase().startsWith('xmlns') && value.trim() === XHTML) {
    return {problem: 'drawing contains HTML, expected only shapes and text', fix: EXPORT};
  }
  if (['href', 'src', 'base'].includes(name) && !isInside(value)) {
    return {
      problem: `drawing refers to \`${shortened(value)}\`, expected a part of the drawing, \`#name\``,
      fix: 'Embed the picture in the drawing, and move links to the page that shows it.',
    };
  }
  return name === 'xmlns' || key.startsWith('xmlns:') ? undefined : checkStyle(value);
}

/** In styles, `url(...)` may only name a part of the drawing, and imports are not allowed. */
function checkStyle(css: string): Fault | undefined {
  // After a backslash, CSS reads hexadecimal digits as the number of a character, and anything else as itself.
  const plain = css.replace(/\\(?:([\da-f]{1,6})(?:\r\n|\s)?|\r?\n|)/gi, (_, hex?: string) =>
    hex === undefined ? '' : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
  const outside = [...plain.matchAll(/url\(\s*["']?([^"')]*)/gi)].find(([, target = '']) => !isInside(target));
  const isImport = /@import\b|image-set\(/i.test(plain);
  if (!outside && !isImport) return undefined;
  return {
    problem: `drawing loads a style from \`${shortened(outside?.[1] ?? plain)}\`, expected a part of the drawing, \`url(#name)\``,
    fix: EXPORT,
  };
}

/** Whether a target is in the drawing or is an embedded picture. Embedded SVG is refused: it could contain scripts. */
function isInside(target: string): boolean {
  const plain = target.trim();
  return plain === '' || plain.startsWith('#') || /^data:image\/(png|jpeg|webp|avif|gif)[;,]/i.test(plain);
}

function checkInstruction(name: string, data: string): Fault | undefined {
  if (name === '?xml') {
    const encoding = /encoding\s*=\s*["']([^"']*)/i.exec(data)?.[1];
    if (encoding === undefined || /^(utf-8|us-ascii)$/i.test(encoding)) return undefined;
    return {
      problem: `drawing declares the encoding \`${shortened(encoding)}\`, expected UTF-8`,
      fix: 'Save the drawing as UTF-8.',
    };
  }
  const what = name.startsWith('!') ? 'a document type, which can change its content' : 'an instruction for browsers';
  return {
    problem: `drawing contains ${what}, expected only shapes and text`,
    fix: `Remove the line that begins with \`<${shortened(data)}\`.`,
  };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
