import {capitalise} from '../../format/text.ts';
import type {Lose} from './losses.ts';

/** A line, and its number in the file of the old site. */
export interface Line {
  text: string;
  line: number;
}

const STYLE = {
  problem: 'A class or an attribute was left out',
  fix: 'Nothing to do, unless the text depends on how it looked.',
};
const TEMPLATE = {
  problem: 'A template or shortcode was left out',
  fix: 'Write what readers saw there.',
};
const CODE = {problem: 'Code of the page was left out', fix: 'Write what readers saw there.'};
const COMMENT = {problem: 'A comment was left out', fix: 'Keep it in an issue if it is still to be done.'};
const TABS = {
  problem: 'Tabs are now shown one after another',
  fix: 'Read the page, and make headings of the names of tabs if it is long.',
};

/** What other generators write inside a line: what it is, what we write, and what is lost with it. */
const INLINE: readonly [find: RegExp, instead: string, loss?: typeof STYLE][] = [
  [/\{\{\s*site\.(?:baseurl|url)\s*\}\}/g, ''],
  [/\{\{\s*["']([^"']+)["']\s*\|\s*(?:relative|absolute)_url\s*\}\}/g, '$1'],
  [/\{%-?\s*(?:link|post_url)\s+(\S+?)\s*-?%\}/g, '/$1'],
  [/\{%-?\s*(?:end)?raw\s*-?%\}/g, ''],
  [/\{%.*?%\}|\{\{.*?\}\}/g, '', TEMPLATE],
  [/^\s*--8<--.*$/g, '', TEMPLATE],
  [/(^#+ .*)\{\s+(#[\w-]+)\s*\}\s*$/g, '$1{$2}'],
  [/\{:.*?\}/g, '', STYLE],
  [/\{\s*(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|\S+))(?:\s+[^}]*)?\s*\}(?!`)(?<!\{#[\w-]+\})/g, '', STYLE],
  [/:(?:material|octicons|fontawesome|simple)-[\w-]+:/g, '', STYLE],
  [/\+\+([\w-]+(?:\+[\w-]+)*)\+\+/g, '<kbd>$1</kbd>'],
  [/\{\/\*.*?\*\/\}/g, '', COMMENT],
  [/^\s*\*\[[^\]]+\]:.*$/g, '', {problem: 'An abbreviation was left out', fix: 'Spell it out where it comes first.'}],
  [/<TabItem\b[^>]*?(?:label|value)=["']([^"']+)["'][^>]*>/g, '\n**$1**\n', TABS],
  [/<\/?(?:Tabs|TabItem)\b[^>]*>/g, '\n'],
  [/^\s*\[TOC\]\s*$/gi, ''],
];

/** Our box for each kind of box that others have; the others are `note`, with their kind as the title. */
const BOXES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['note', 'tip', 'info', 'important', 'warning', 'caution', 'danger'].map((box) => [box, box])),
  ...{hint: 'tip', success: 'tip', attention: 'warning', failure: 'danger', error: 'danger', bug: 'danger'},
};

/** A box or a tab of MkDocs: what follows is indented. */
const BLOCK_RE = /^( *)(!!!|\?\?\?\+?|===[!+]?) *(?:([\w-]+)(?: [\w -]+)?)? *(?:"(.*)")? *$/;

/** Writes the syntax of other generators in our Markdown. Code stays as it is. */
export function plainLines(lines: readonly Line[], lose: Lose): Line[] {
  const result: Line[] = [];
  let fence: string | undefined;
  let isScript = false;
  for (let at = 0; at < lines.length; at += 1) {
    const {text, line} = lines[at] as Line;
    const add = (...texts: string[]) => void result.push(...texts.map((one) => ({text: one, line})));
    const [, marker] = /^\s*(?:[-*+] |\d+[.)] |> ?)*(`{3,}|~{3,})/.exec(text) ?? [];
    const highlight = /^\s*\{%\s*(end)?highlight(?:\s+(\w+))?.*%\}\s*$/.exec(text);
    const block = fence === undefined ? BLOCK_RE.exec(text) : null;
    if (highlight) {
      fence = highlight[1] ? undefined : '{%';
      add(`\`\`\`${highlight[2] ?? ''}`);
    } else if (marker !== undefined && (fence === undefined || (marker.startsWith(fence) && text.trim() === marker))) {
      fence = fence === undefined ? marker : undefined;
      add(withoutOptions(text));
    } else if (fence !== undefined) add(text);
    else if (
      isScript ||
      /^(?:import\s.*from\s*['"]|import\s+['"]|export\s+(?:const|default|function|let)\b)/.test(text)
    ) {
      isScript = text.trim() !== '';
      if (isScript) lose({line, found: text, ...CODE});
    } else if (block) {
      const [, indent = '', sign = '', kind = '', title] = block;
      const inner = indented(lines, at + 1, indent.length + 4);
      at += inner.length;
      if (sign.startsWith('===')) lose({line, found: text, ...TABS});
      const body = plainLines(inner, lose).map((one) => ({...one, text: indent + one.text}));
      const [open, close] = sign.startsWith('===')
        ? [`**${title ?? kind}**`, '']
        : [openBox(sign, kind, title, body), colonsFor(body)];
      result.push(...['', indent + open, ''].map((one) => ({text: one, line})), ...body);
      add('', close === '' ? '' : indent + close, '');
    } else {
      const titled = /^(\s*:{3,})\s*([\w-]+)(?:\s+([^[{\s].*?))?\s*$/.exec(text);
      // Inside backticks everything is code.
      const parts = text.split(/(`+[^`]+`+)/).map((part, index) => (index % 2 === 1 ? part : inline(part, line, lose)));
      const plain = titled ? `${titled[1]}${named(titled[2] ?? '', titled[3])}` : parts.join('');
      if (plain.trim() !== '' || text.trim() === '') add(...plain.split('\n'));
    }
  }
  return result;
}

function inline(text: string, line: number, lose: Lose): string {
  return INLINE.reduce((now, [find, instead, loss]) => {
    if (loss) for (const [found] of now.matchAll(find)) lose({line, found, ...loss});
    return now.replace(find, instead);
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

function named(kind: string, title: string | undefined): string {
  const box = kind === 'details' ? kind : (BOXES[kind.toLowerCase()] ?? 'note');
  const shown = title ?? (box === kind.toLowerCase() ? '' : capitalise(kind));
  return shown === '' ? box : `${box}[${shown}]`;
}

/** The first line of code without what only another generator knows: `title=`, `linenums=`, `{1,3}`. */
function withoutOptions(text: string): string {
  return text.replace(/(`{3,}|~{3,})\s*\{?\s*\.?([\w+#-]*)[^`]*$/, '$1$2');
}
