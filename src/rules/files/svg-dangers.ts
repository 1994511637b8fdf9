import {Parser} from 'htmlparser2';
import type {Fault} from '../../content/problem.ts';

type SvgFault = Fault & {severity?: 'warning'};
type SvgDanger = SvgFault & {offset: number};

/**
 * Elements that run code, load content, or take what readers write where the drawing is opened:
 * https://svgwg.org/svg2-draft/interact.html#ScriptElement.
 */
const ACTIVE =
  'script handler listener iframe object embed video audio canvas link meta base form button input select textarea'.split(
    ' ',
  );

const ADDRESSES = ['href', 'src', 'srcset', 'base', 'action', 'formaction', 'background', 'poster', 'data', 'ping'];

const ANIMATIONS = ['set', 'animate', 'animatemotion', 'animatetransform', 'animatecolor'];

const XHTML = 'http://www.w3.org/1999/xhtml';

const EXPORT = 'Export the drawing again without this part, or as a picture that ends in `.png`.';

/**
 * Finds everything in a drawing that could run code or load from other sites, as errors, and what only some programs show, as
 * warnings. Offsets are in UTF-16 units.
 */
export function svgDangers(text: string): SvgDanger[] {
  const dangers: SvgDanger[] = [];
  let style: {offset: number; text: string} | undefined;
  function add(offset: number, faults: readonly (SvgFault | undefined)[]) {
    for (const fault of faults) {
      const isKnown = dangers.some(({problem, severity}) => severity === 'warning' && problem === fault?.problem);
      if (fault && !isKnown) dangers.push({offset, ...fault});
    }
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        add(parser.startIndex, [checkElement(name, attributes)]);
        for (const [key, value] of Object.entries(attributes)) {
          add(parser.startIndex, [checkAttribute(localName(name), key, value)]);
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

function checkElement(written: string, attributes: Readonly<Record<string, string>>): SvgFault | undefined {
  const name = localName(written);
  const changes = localName(attributes.attributeName ?? '');
  if (ACTIVE.includes(name) || (ANIMATIONS.includes(name) && (changes === 'href' || changes.startsWith('on')))) {
    return {
      problem: `drawing contains the element \`${written}\`, which can run code or take what readers write, expected only shapes and text`,
      fix: EXPORT,
    };
  }
  return undefined;
}

function checkAttribute(element: string, key: string, value: string): SvgFault | undefined {
  const name = localName(key);
  if (/^on[a-z]{3,}/.test(name)) {
    return {problem: `drawing contains \`${key}\`, which runs code, expected only shapes and text`, fix: EXPORT};
  }
  if (key.toLowerCase().startsWith('xmlns') && value.trim() === XHTML) {
    return {
      problem: 'drawing contains HTML, which some programs do not show, expected only shapes and text',
      fix: EXPORT,
      severity: 'warning',
    };
  }
  if (ADDRESSES.includes(name) && !isInside(value)) {
    return {
      problem: `drawing refers to \`${shortened(value)}\`, expected a part of the drawing, \`#name\``,
      fix: 'Embed the picture in the drawing, and move links to the page that shows it.',
      // Nothing is loaded from a link until a reader follows it.
      ...(element === 'a' && /^https?:\/\//i.test(value) && {severity: 'warning'}),
    };
  }
  return name === 'xmlns' || key.startsWith('xmlns:') ? undefined : checkStyle(value);
}

/** In styles, `url(...)` may only name a part of the drawing, and imports are not allowed. */
function checkStyle(css: string): SvgFault | undefined {
  // After a backslash, CSS reads hexadecimal digits as the number of a character, and anything else as itself.
  const plain = css.replace(/\\(?:([\da-f]{1,6})(?:\r\n|\s)?|\r?\n|)/gi, (_, hex?: string) =>
    hex === undefined ? '' : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
  const targets = [...plain.matchAll(/url\(\s*["']?([^"')]*)/gi)].map(([, target = '']) => target);
  const outside = targets.find((target) => !isInside(target) && !FONT_RE.test(target));
  const isImport = /@import\b|image-set\(/i.test(plain);
  if (outside === undefined && !isImport) {
    const problem = 'drawing contains a font, which makes it large, expected only shapes and text';
    return targets.every(isInside) ? undefined : {problem, fix: EXPORT, severity: 'warning'};
  }
  return {
    problem: `drawing loads a style from \`${shortened(outside ?? plain)}\`, expected a part of the drawing, \`url(#name)\``,
    fix: EXPORT,
  };
}

const FONT_RE = /^data:(?:font|application)\/[\w.-]*(?:font|woff2?|ttf|otf)[\w-]*[;,]/i;

/** Whether a target is in the drawing or is an embedded picture. Embedded SVG is refused: it could contain scripts. */
function isInside(target: string): boolean {
  const plain = target.trim();
  return plain === '' || plain.startsWith('#') || /^data:image\/(png|jpeg|webp|avif|gif)[;,]/i.test(plain);
}

/** A document type that only names another file, which browsers do not read. What one defines itself can become a script. */
const PLAIN_TYPE_RE = /^!DOCTYPE\s+svg(?:\s+PUBLIC\s+"[\w\s./:+-]*"\s+"[\w./:-]*")?\s*$/i;

function checkInstruction(name: string, data: string): SvgFault | undefined {
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
    ...(PLAIN_TYPE_RE.test(data) && {severity: 'warning'}),
  };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
