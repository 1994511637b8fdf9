import {BOXES} from '../../content/extensions/built-in-directives.ts';
import {capitalise} from '../../format/text.ts';
import type {LossName, ReportLoss} from './losses.ts';
import syntax from './syntax.json' with {type: 'json'};

/** A line, and its number in the file of the old site. */
export interface Line {
  text: string;
  line: number;
}

/** What other generators write inside a line, what we write, and what is lost with it. */
const INLINE = syntax.inline.map(({find, instead, loss, mdx = false}) => ({
  find: new RegExp(find, 'g'),
  instead,
  loss: loss as LossName,
  mdx,
}));

const OWN_BOXES: readonly string[] = ['details', ...BOXES];

/** The place of the sign of a heading that is as deep as tabs are. */
const TAB = '\u0001';

/** A box or a tab of MkDocs: what follows is indented. */
const BLOCK_RE = /^( *)(!!!|\?\?\?\+?|===[!+]?) *(?:([\w-]+)(?: [\w -]+)?)? *(?:"(.*)")? *$/;

/** The languages of code that other generators draw. */
const DRAWN_RE = /mermaid|plantuml/;

/** The beginning of a component that ends on a later line. */
const OPEN_RE = /^\s*<[A-Z][\w.]*(?:\s[^>]*)?$/;

/** Writes the syntax of other generators in our Markdown. Code stays as it is. */
export function plainLines(lines: readonly Line[], isMdx: boolean, reportLoss: ReportLoss): Line[] {
  const result: Line[] = [];
  let fence: string | undefined;
  let isScript = false;
  /** How deep a heading for the name of a tab is. */
  let depth = 2;
  for (let at = 0; at < lines.length; at += 1) {
    const {text: first, line} = lines[at] as Line;
    // A component over several lines is written on one.
    const rest = fence === undefined && OPEN_RE.test(first) ? lines.slice(at).map((one) => one.text.trim()) : [first];
    const end = rest.findIndex((one) => one === '' || one.endsWith('>'));
    const text = rest[end] ? rest.slice(0, end + 1).join(' ') : first;
    if (rest[end]) at += end;
    const add = (...texts: string[]) => void result.push(...texts.map((one) => ({text: one, line})));
    const [, marker] = /^\s*(?:[-*+] |\d+[.)] |> ?)*(`{3,}|~{3,})/.exec(text) ?? [];
    const block = fence === undefined ? BLOCK_RE.exec(text) : null;
    if (marker !== undefined && (fence === undefined || (marker.startsWith(fence) && text.trim() === marker))) {
      const [drawn] = (fence === undefined && DRAWN_RE.exec(text)) || [];
      fence = fence === undefined ? marker : undefined;
      if (drawn) {
        reportLoss('component', drawn, line);
        add('', text.replace(marker, 'Write here: what readers saw in this diagram').replace(drawn, ''), '');
      }
      add(withoutOptions(drawn ? text.replace(drawn, 'text') : text));
    } else if (fence !== undefined) add(text);
    else if (
      isScript ||
      /^(?:import\s.*from\s*['"]|import\s+['"]|export\s+(?:const|default|function|let)\b)/.test(text)
    ) {
      isScript = text.trim() !== '';
      if (isScript) reportLoss('component', text, line);
    } else if (block) {
      const [, indent = '', sign = '', kind = '', title] = block;
      const shown = title && inline(title, line, isMdx, reportLoss).trim();
      const inner = indented(lines, at + 1, indent.length + 4);
      at += inner.length;
      const body = plainLines(inner, isMdx, reportLoss).map((one) => ({...one, text: indent + one.text}));
      const [open, close] = sign.startsWith('===')
        ? [`${'#'.repeat(depth)} ${shown ?? kind}`, '']
        : [openBox(sign, kind, shown, body), colonsFor(body)];
      result.push(...['', indent + open, ''].map((one) => ({text: one, line})), ...body);
      add('', close === '' ? '' : indent + close, '');
    } else {
      const [, heading] = /^(#{1,5}) /.exec(text) ?? [];
      if (heading) depth = heading.length + 1;
      const titled = /^(\s*:{3,})\s*([\w-]+)(?:\s+([^[{\s].*?))?\s*$/.exec(text);
      const plain = titled ? `${titled[1]}${named(titled[2] ?? '', titled[3])}` : inline(text, line, isMdx, reportLoss);
      add(...plain.replaceAll(TAB, '#'.repeat(depth)).split('\n'));
    }
  }
  return result;
}

function inline(text: string, line: number, isMdx: boolean, reportLoss: ReportLoss): string {
  return INLINE.filter(({mdx}) => isMdx || !mdx).reduce((now, {find, instead, loss}) => {
    // Inside backticks everything is code, what is a component by now too.
    const parts = now.split(/(`+[^`]+`+)/).map((part, index) => {
      if (index % 2 === 1) return part;
      if (loss) for (const [found] of part.matchAll(find)) reportLoss(loss, found, line);
      return part.replace(find, instead);
    });
    return parts.join('');
  }, text);
}

/** The lines that belong to a block, without its indent. */
function indented(lines: readonly Line[], from: number, indent: number): Line[] {
  const rest = lines.slice(from);
  const end = rest.findIndex(({text}) => text.trim() !== '' && !text.startsWith(' '.repeat(indent)));
  return (end < 0 ? rest : rest.slice(0, end)).map(({text, line}) => ({text: text.slice(indent), line}));
}

function openBox(sign: string, kind: string, title: string | undefined, body: readonly Line[]): string {
  const heading = sign.startsWith('???') ? `details[${title || capitalise(kind)}]` : named(kind, title);
  return colonsFor(body) + heading;
}

/** A box around others has more colons than they have. */
function colonsFor(body: readonly Line[]): string {
  const longest = Math.max(2, ...body.map(({text}) => /^\s*(:{3,})/.exec(text)?.[1]?.length ?? 0));
  return ':'.repeat(longest + 1);
}

/** A box of a kind that we do not have is a note with its kind as the title. */
function named(kind: string, title: string | undefined): string {
  const name = kind.toLowerCase();
  const isOurs = OWN_BOXES.includes(name);
  const shown = title ?? (isOurs ? '' : capitalise(kind));
  return `${isOurs ? name : 'note'}${shown && `[${shown}]`}`;
}

/** The first line of code with its language, its title and the lines that it marks, without other options. */
function withoutOptions(text: string): string {
  const [, fence, lang = '', options = ''] = /^(.*?(?:`{3,}|~{3,}))\s*\{?\s*\.?([\w+#-]*)([^`]*)$/.exec(text) ?? [];
  if (fence === undefined) return text;
  const [, , title] = /\btitle=(["'])(.*?)\1/.exec(options) ?? [];
  const marked = /\{([\d,\s-]+)\}|\bhl_lines=["']([\d\s-]+)["']/.exec(options)?.slice(1).find(Boolean);
  const lines = marked?.trim().replaceAll(/[\s,]+/g, ',');
  return `${fence}${lang}${title === undefined ? '' : ` title="${title}"`}${lines === undefined ? '' : ` {${lines}}`}`;
}
