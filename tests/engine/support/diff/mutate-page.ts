/** Numbers from 0 to 1 that are the same on every run: mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Mutation = (body: string, random: () => number) => string;

/** Changes of what a page says; each may find nothing to change. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'delete a word': (body, random) => replaceOne(body, /(?<=\p{L} )\p{L}+ (?=\p{L})/gu, random, () => ''),
  'change a digit': (body, random) => replaceOne(body, /\d/g, random, (digit) => String((Number(digit) + 1) % 10)),
  'swap two items': (body, random) => swapLines(body, random, /^ *- /),
  'swap two rows': (body, random) => swapLines(body, random, /^\|(?! *-)/),
  'swap two paragraphs': (body, random) => swap(body.split('\n\n'), random, () => true).join('\n\n'),
  'move a section': (body, random) =>
    swap(body.split(/^(?=## )/m), random, (part) => part.startsWith('## ')).join('\n\n'),
  'delete a section': (body, random) => replaceOne(body, /^## (?:(?!^## )[\s\S])*/gm, random, () => ''),
  'repeat a paragraph': (body, random) => replaceOne(body, /\n\n[A-Z][^\n]*\n/g, random, (found) => found + found),
  'delete a cell': (body, random) => replaceOne(body, /(?<=\|)[^|\n-]+(?=\|)/g, random, () => '  '),
  'nest an item': (body, random) => replaceOne(body, /^- (?=\w)/gm, random, () => '  - '),
  'divide a paragraph': (body, random) => replaceOne(body, /\. (?=[A-Z])/g, random, () => '.\n\n'),
};

/** Changes of how a page is written that change nothing it says. */
export const FORMATTINGS: Readonly<Record<string, Mutation>> = {
  'write a word in bold': (body, random) =>
    replaceOne(body, /(?<=[a-z] )[a-z]{4,}(?= [a-z])/g, random, (word) => `**${word}**`),
  'break a line': (body, random) => replaceOne(body, /(?<=^[A-Z][^|\n]*[a-z]) (?=[a-z])/gm, random, () => '\n'),
  'change bullet signs': (body) => outside(FENCED_RE, body, (text) => text.replace(/^( *)- /gm, '$1* ')),
  'bend quotation marks': (body) => body.replace(/(?<=\p{L})'(?=\p{L})/gu, '’'),
  'write an entity': (body, random) =>
    replaceOne(body, /(?<= )[a-z](?=[a-z]+ )/g, random, (sign) => `&#${sign.charCodeAt(0)};`),
  'add empty lines': (body) => outside(FENCED_RE, body, (text) => text.replaceAll('\n\n', '\n\n\n\n')),
  'align tables': (body) => body.replace(/^\|[ |-]+\|$/gm, (line) => line.replace(/-+/g, ':-:')),
  'refer to links': (body) => {
    const targets: string[] = [];
    const text = outside(CODE_RE, body, (part) =>
      part.replace(/(?<!!)\[([^\]\n]+)\]\(([^()\s]+)\)/g, (_, words: string, url: string) => {
        targets.push(url);
        return `[${words}][link-${targets.length}]`;
      }),
    );
    return `${text}\n\n${targets.map((url, index) => `[link-${index + 1}]: ${url}`).join('\n')}\n`;
  },
};

const FENCED_RE = /^```[\s\S]*?^```/gm;
const CODE_RE = /^```[\s\S]*?^```|`[^`\n]+`/gm;

/** Changes what is no code. */
function outside(code: RegExp, body: string, change: (text: string) => string): string {
  const kept = [...body.matchAll(code)].map(([text]) => text);
  return body
    .split(code)
    .map((part, index) => change(part) + (kept[index] ?? ''))
    .join('');
}

function replaceOne(body: string, pattern: RegExp, random: () => number, toText: (found: string) => string): string {
  // In code every sign stands for itself.
  const code = [...body.matchAll(CODE_RE)].map(({index, 0: text}) => [index, index + text.length] as const);
  const found = [...body.matchAll(pattern)].filter(({index}) => !code.some(([from, to]) => index > from && index < to));
  const match = found[Math.floor(random() * found.length)];
  if (!match) return body;
  return body.slice(0, match.index) + toText(match[0]) + body.slice(match.index + match[0].length);
}

function swapLines(body: string, random: () => number, pattern: RegExp): string {
  return swap(body.split('\n'), random, (line) => pattern.test(line)).join('\n');
}

function swap(parts: readonly string[], random: () => number, isOne: (part: string) => boolean): string[] {
  const places = parts.flatMap((part, index) => (isOne(part) ? [index] : []));
  const pick = () => places[Math.floor(random() * places.length)] ?? 0;
  const [a, b] = [pick(), pick()];
  return parts.map((part, index) => (index === a ? parts[b] : index === b ? parts[a] : part) ?? '');
}
