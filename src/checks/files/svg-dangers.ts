import {Parser} from 'htmlparser2';
import type {Finding} from '../../model/problem.ts';

/** What a drawing holds that could run, or ask other sites for something. */
type SvgDanger = Pick<Finding, 'problem' | 'fix'> & {offset: number};
type Fault = Omit<SvgDanger, 'offset'>;

/** Elements that run something, or hold what does: https://svgwg.org/svg2-draft/interact.html#ScriptElement. */
const ACTIVE = 'script handler listener foreignobject iframe object embed video audio canvas link meta base'.split(' ');

const ANIMATIONS = ['set', 'animate', 'animatemotion', 'animatetransform', 'animatecolor'];

const XHTML = 'http://www.w3.org/1999/xhtml';

const EXPORT = 'Save the drawing as "plain SVG", or remove this by hand.';

/** Everything in a drawing that could run, or ask other sites for something. */
export function svgDangers(text: string): SvgDanger[] {
  const found: SvgDanger[] = [];
  let style: {offset: number; text: string} | undefined;
  function add(offset: number, faults: readonly (Fault | undefined)[]) {
    for (const fault of faults) if (fault) found.push({offset, ...fault});
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        add(parser.startIndex, [judgeElement(name, attributes)]);
        for (const [key, value] of Object.entries(attributes)) {
          add(parser.startIndex, [judgeAttribute(localName(key), key, value)]);
        }
        if (localName(name) === 'style') style = {offset: parser.startIndex, text: ''};
      },
      ontext(words) {
        if (style) style.text += words;
      },
      onclosetag(name) {
        if (localName(name) !== 'style' || !style) return;
        add(style.offset, [judgeStyle(style.text)]);
        style = undefined;
      },
      onprocessinginstruction: (name, data) => add(parser.startIndex, [judgeInstruction(name.toLowerCase(), data)]),
    },
    {xmlMode: true},
  );
  parser.end(text);
  return found;
}

/** Prefixes are anybody's to choose, and some readers of SVG do not mind capitals. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function judgeElement(written: string, attributes: Readonly<Record<string, string>>): Fault | undefined {
  const name = localName(written);
  const changes = localName(attributes.attributeName ?? '');
  if (ACTIVE.includes(name) || (ANIMATIONS.includes(name) && (changes === 'href' || changes.startsWith('on')))) {
    return {
      problem: `drawing holds the element \`${written}\`, which can run a program, expected shapes and words`,
      fix: EXPORT,
    };
  }
  return undefined;
}

function judgeAttribute(name: string, key: string, value: string): Fault | undefined {
  if (/^on[a-z]{3,}/.test(name)) {
    return {problem: `drawing holds \`${key}\`, which runs a program, expected shapes and words`, fix: EXPORT};
  }
  if (key.toLowerCase().startsWith('xmlns') && value.trim() === XHTML) {
    return {problem: 'drawing holds HTML, expected shapes and words', fix: EXPORT};
  }
  if (['href', 'src', 'base'].includes(name) && !isInside(value)) {
    return {
      problem: `drawing leads to \`${shortened(value)}\`, expected a part of itself, \`#name\``,
      fix: 'Put the picture into the drawing, and links into the page that shows it.',
    };
  }
  return name === 'xmlns' || key.startsWith('xmlns:') ? undefined : judgeStyle(value);
}

/** In a style sheet or an attribute: `url(...)` may name a part of the drawing, and nothing may be imported. */
function judgeStyle(css: string): Fault | undefined {
  const plain = css.replace(/\\([\da-f]{1,6})\s?/gi, (_, hex: string) =>
    String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
  const outside = [...plain.matchAll(/url\(\s*["']?([^"')]*)/gi)].find(([, target = '']) => !isInside(target));
  const isImport = /@import\b|image-set\(/i.test(plain);
  if (!outside && !isImport) return undefined;
  return {
    problem: `drawing takes its style from \`${shortened(outside?.[1] ?? plain)}\`, expected a part of itself, \`url(#name)\``,
    fix: EXPORT,
  };
}

/** A part of the drawing itself, or a picture that it carries with it; other drawings could carry programs. */
function isInside(target: string): boolean {
  const plain = target.trim();
  return plain === '' || plain.startsWith('#') || /^data:image\/(png|jpeg|webp|avif|gif)[;,]/i.test(plain);
}

function judgeInstruction(name: string, data: string): Fault | undefined {
  if (name === '?xml') {
    const encoding = /encoding\s*=\s*["']([^"']*)/i.exec(data)?.[1];
    if (encoding === undefined || /^(utf-8|us-ascii)$/i.test(encoding)) return undefined;
    return {
      problem: `drawing says that it is written in \`${shortened(encoding)}\`, expected UTF-8`,
      fix: 'Save it as UTF-8.',
    };
  }
  const what = name.startsWith('!')
    ? 'a document type, which can change what its words mean'
    : 'an instruction to browsers';
  return {
    problem: `drawing holds ${what}, expected shapes and words`,
    fix: `Remove the line that begins \`<${shortened(data)}\`.`,
  };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
