import type {ErrorCode} from 'yaml';
import type {Finding, TextEdit} from '../../content/problem.ts';
import {quote} from '../../format/text.ts';

/** An error of the YAML parser; positions count in the YAML text. */
interface YamlError {
  code: ErrorCode;
  message: string;
  pos: [start: number, end: number];
}

type Explained = Pick<Finding, 'problem' | 'fix' | 'edit'> & {offset: number};

/**
 * The parser's errors in plain English, one for each line, because one mistake often causes others.
 *
 * @param lineOf the line of an offset; searching the text for it would take minutes for a long line of errors.
 */
export function explainYaml(
  yaml: string,
  errors: readonly YamlError[],
  lineOf: (offset: number) => number,
): Explained[] {
  if (errors.length === 0) return [];
  // Keys further left than the first one end the front matter, and the parser reports all of them.
  const indent = /^ +(?=[\w-]+:)/.exec(yaml)?.[0];
  if (indent) {
    const key = keyAt(yaml, indent.length);
    const problem = `\`${key}\` begins with spaces, expected it at the start of its line`;
    return [{offset: indent.length, problem, fix: `Delete the spaces before \`${key}\`.`}];
  }
  const firsts = new Map(errors.toReversed().map((error) => [lineOf(error.pos[0]), error]));
  return errors.filter((error) => firsts.get(lineOf(error.pos[0])) === error).map((error) => explain(yaml, error));
}

/** What is wrong with front matter that is valid YAML without keys. */
export function explainKeyless(yaml: string, value: unknown): Explained | undefined {
  if (typeof value === 'string') return withoutColon(yaml, yaml.search(/\S/));
  if (!Array.isArray(value)) return undefined;
  const problem = 'front matter begins with `- `, which makes a list of it, expected a key';
  return {offset: yaml.search(/\S/), problem, fix: 'Write `key: value`, without the `- `.'};
}

function explain(yaml: string, {code, message, pos: [offset]}: YamlError): Explained {
  if (/call stack/i.test(message)) {
    const problem = 'values are nested too deeply to be read, expected a few levels';
    return {offset, problem, fix: 'Remove nested brackets or indentation.'};
  }
  const value = lineFrom(yaml, offset);
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return value.includes(': ') ? withColon(yaml, offset, value) : indented(yaml, offset);
    case 'BAD_SCALAR_START': {
      const problem = `${valueAt(yaml, offset)} begins with \`${value.charAt(0)}\`, expected such a value in quotes`;
      return {offset, ...inQuotes(yaml, offset, value, problem)};
    }
    case 'DUPLICATE_KEY': {
      const problem = `\`${/^[^:\n]+/.exec(value)?.[0] ?? 'key'}\` appears twice, expected each key once`;
      return {offset, problem, fix: 'Keep one. If they are of two notes, keep both: begin each note with `- `.'};
    }
    case 'MULTILINE_IMPLICIT_KEY':
      return withoutColon(yaml, offset);
    case 'MISSING_CHAR':
      return explainMissing(yaml, offset, message);
    case 'TAB_AS_INDENT': {
      const problem = 'line begins with a tab, expected spaces';
      return {offset, problem, fix: 'Replace the tab with two spaces.'};
    }
    case 'BAD_INDENT':
      return message.startsWith('Flow') ? unclosedBracket(yaml, offset) : unaligned(yaml, offset);
    default:
      return quotedTwice(yaml, offset) ?? unknown(offset);
  }
}

function explainMissing(yaml: string, offset: number, message: string): Explained {
  if (message.includes('quote')) return unclosedQuotes(yaml, offset);
  if (message.startsWith('Sequence item')) return unaligned(yaml, offset);
  return message.startsWith('Implicit') ? withoutColon(yaml, offset) : unclosedBracket(yaml, offset);
}

function unknown(offset: number): Explained {
  return {
    offset,
    problem: 'front matter cannot be read from here on, expected lines of `key: value`',
    fix: 'Fix this line or the one above. Put a value in quotes if it contains `: ` or begins with a character such as `*`, `@` or `[`.',
  };
}

/** `period: from: 2023` has a key too many; `title: Floods: what to do` is text without quotes. */
function withColon(yaml: string, offset: number, value: string): Explained {
  const nested = /^([a-z_]+): /.exec(value)?.[1];
  if (!nested) {
    const problem = `${valueAt(yaml, offset)} contains \`: \`, which starts a new key, expected the value in quotes`;
    return {offset, ...inQuotes(yaml, offset, value, problem)};
  }
  return {
    offset,
    problem: `\`${nested}:\` is on the line of another key, expected a separate line, or quotes`,
    fix: `If it is a key, write it on the next line, with two spaces before it. If it is text, write \`${quote(value)}\`.`,
  };
}

/** A value with quotes, a comment or brackets in or around it, or with a second line, is left to its author. */
function inQuotes(yaml: string, start: number, value: string, problem: string): Omit<Explained, 'offset'> {
  const before = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start);
  const [, next = ''] = yaml.slice(start).split('\n', 2);
  // A line that is indented further than the key continues its value.
  const isContinued = next.trim() !== '' && next.search(/\S/) > before.search(/[^\s-]/);
  const isWhole = !/["\\]| #/.test(value) && !/[[{]/.test(before) && !isContinued;
  const edit: TextEdit | undefined = isWhole ? {start, end: start + value.length, text: quote(value)} : undefined;
  return {problem, fix: edit ? `Write \`${quote(value)}\`.` : 'Put quotes around the value.', edit};
}

/** `description: "He said "hi" to us"`: the quotes end before the value does. */
function quotedTwice(yaml: string, offset: number): Explained | undefined {
  const start = yaml.lastIndexOf('\n', offset - 1) + 1;
  const [, key = '', mark = ''] = /^(\s*(?:- +)?(?:[\w-]+: +)?)(["'])/.exec(yaml.slice(start)) ?? [];
  if (mark === '') return undefined;
  const value = lineFrom(yaml, start + key.length);
  const inner = value.length > 1 && value.endsWith(mark) ? value.slice(1, -1) : value;
  return {
    offset: start + key.length,
    problem: `\`${mark}\` is inside the ${valueAt(yaml, start + key.length)} in the same quotes and ends it too early, expected other quotes around it`,
    fix: `Write \`${quote(inner)}\`.`,
  };
}

/** What is left of a conflict of which somebody has deleted another mark. */
const MARKER_RE = /^(?:<{7}|={7}|>{7})/;

/** `title:no space`, or a line that has no colon at all. */
function withoutColon(yaml: string, offset: number): Explained {
  const line = lineFrom(yaml, offset);
  const [, key, value] = /^([\w-]+):(?!\/\/)(\S.*)$/.exec(line) ?? [];
  if (key !== undefined) {
    const problem = `no space follows \`${key}:\`, expected one between the key and its value`;
    return {offset, problem, fix: `Write \`${key}: ${value}\`.`};
  }
  if (MARKER_RE.test(line)) {
    const fix =
      'Run `git checkout --merge` for the file, and then `npm run check -- --fix`, which keeps the notes of both branches.';
    return {offset, problem: 'line is left of a conflict of git, expected it decided', fix};
  }
  const problem = 'line has no `: `, expected a key and its value';
  return {offset, problem, fix: 'Write `key: value`, or join the line to the one above it.'};
}

/** A line that begins further right than the key above, whose value has ended. */
function indented(yaml: string, offset: number): Explained {
  const next = /\n( +)(?:- +)?(?=[\w-]+:)/.exec(yaml.slice(offset));
  const above = keyAt(yaml, yaml.lastIndexOf('\n', offset - 1) + 1);
  if (!next) return unknown(offset);
  const at = offset + next.index + next[0].length;
  const key = keyAt(yaml, at);
  return {
    offset: at,
    problem: `\`${key}\` is indented further than \`${above}\` above it, which has a value, expected the same indentation`,
    fix: `Remove spaces before \`${key}\` until it starts right below \`${above}\`.`,
  };
}

/** A line whose indentation matches none of the keys or items around it. */
function unaligned(yaml: string, offset: number): Explained {
  const start = yaml.lastIndexOf('\n', offset - 1) + 1;
  const at = start + Math.max(0, yaml.slice(start).search(/\S/));
  const key = keyAt(yaml, at);
  return {
    offset: at,
    problem: `\`${key}\` is indented differently from the keys it belongs to, expected the same indentation`,
    fix: `Indent \`${key}\` by as many spaces as the key above it.`,
  };
}

/** The parser reports the missing half at the next line; the author fixes it where it was opened. */
function unclosedBracket(yaml: string, offset: number): Explained {
  const opened = Math.max(yaml.lastIndexOf('[', offset - 1), yaml.lastIndexOf('{', offset - 1), 0);
  const open = yaml.charAt(opened) === '{' ? '{' : '[';
  const close = open === '{' ? '}' : ']';
  return {
    offset: opened,
    problem: `\`${open}\` is opened and not closed, expected \`${close}\``,
    fix: `Write \`${lineFrom(yaml, opened)}${close}\`, or put the value in quotes if the bracket is part of the text.`,
  };
}

function unclosedQuotes(yaml: string, end: number): Explained {
  const lines = yaml.slice(0, end).split('\n');
  const line = lines.findIndex((text) => /^\s*(?:- +)?(?:[\w-]+: +)?(?:"(?:[^"\\]|\\.)*|'[^']*)$/.test(text));
  if (line < 0) return unknown(end);
  const text = lines[line] ?? '';
  const column = text.search(/["']/);
  const mark = text.charAt(column);
  const isBeforeKey = /^["'][\w-]+: /.test(text);
  const offset = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + column;
  const problem = `\`${mark}\` is opened and not closed, expected another at the end of the value`;
  const repaired = isBeforeKey ? text.slice(1).trimEnd() : text.slice(column).trimEnd() + mark;
  return {offset, problem, fix: `Write \`${repaired}\`.`};
}

/** Names the value at an offset by its key: `value of \`title\``. */
function valueAt(yaml: string, offset: number): string {
  const line = lineFrom(yaml, yaml.lastIndexOf('\n', offset - 1) + 1);
  const key = /^\s*(?:- +)?([\w-]+):/.exec(line)?.[1];
  return key === undefined ? 'value' : `value of \`${key}\``;
}

/** The key that begins at an offset; the whole line where none does. */
function keyAt(yaml: string, offset: number): string {
  const line = lineFrom(yaml, offset).trimStart();
  return /^(?:- +)?([\w-]+):/.exec(line)?.[1] ?? line;
}

function lineFrom(yaml: string, offset: number): string {
  const end = yaml.indexOf('\n', offset);
  return yaml.slice(offset, end === -1 ? yaml.length : end).trimEnd();
}
