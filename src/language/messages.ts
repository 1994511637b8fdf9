import {IntlMessageFormat} from 'intl-messageformat';
import type {Arguments} from './catalogues.ts';

/** The messages of a catalogue by their names: texts in ICU MessageFormat, lists of texts, and groups of messages. */
type Catalogue = string | readonly string[] | {readonly [name: string]: Catalogue};

/** A catalogue as call sites use it: a message with arguments is a function, and another one is a text. */
export type Messages<Node, Path extends string = ''> = {
  [Name in keyof Node & string]: Node[Name] extends string
    ? `${Path}${Name}` extends infer Key extends keyof Arguments
      ? (values: Arguments[Key]) => string
      : string
    : Node[Name] extends readonly string[]
      ? readonly string[]
      : Messages<Node[Name], `${Path}${Name}.`>;
};

/** Every text of a catalogue by its key: `home.news`, or `follow.steps.0` in a list. */
export function textsOf(catalogue: Catalogue, key = ''): [key: string, text: string][] {
  if (typeof catalogue === 'string') return [[key, catalogue]];
  return Object.entries(catalogue).flatMap(([name, inner]) => textsOf(inner, key ? `${key}.${name}` : name));
}

/** The messages of the English catalogue with the texts of a language, by their keys. */
export function messagesOf(
  english: Catalogue,
  texts: ReadonlyMap<string, string>,
  language: string,
  key = '',
): unknown {
  if (typeof english === 'string') return messageOf(english, texts.get(key) ?? english, language);
  const entries = Object.entries(english).map(([name, inner]): [string, unknown] => [
    name,
    messagesOf(inner, texts, language, key ? `${key}.${name}` : name),
  ]);
  return Array.isArray(english) ? entries.map(([, message]) => message) : Object.fromEntries(entries);
}

/** Most messages have no arguments, and a page needs few of the others: these are parsed when they are used. */
function messageOf(english: string, text: string, language: string): unknown {
  let parsed: IntlMessageFormat | undefined;
  const format = (values?: Record<string, string | number>) => {
    parsed ??= parse(text, language);
    return String(parsed.format(values));
  };
  if (english.includes('{')) return format;
  return /['{}]/.test(text) ? format() : text;
}

/** Tags remain in the text: `fill` replaces them by elements. */
function parse(text: string, language?: string): IntlMessageFormat {
  return new IntlMessageFormat(text, language, undefined, {ignoreTag: true});
}

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/**
 * The arguments of a text, and whether each is a number.
 *
 * @throws {SyntaxError} if the text is not in ICU MessageFormat.
 */
export function argumentsOf(text: string): ReadonlyMap<string, {isNumber: boolean}> {
  const found = new Map<string, {isNumber: boolean}>();
  const collect = (elements: Elements) => {
    for (const element of elements) {
      const options = 'options' in element ? Object.values(element.options) : [];
      if ('value' in element && element.type !== LITERAL) {
        const isNumber = element.type === NUMBER || 'pluralType' in element;
        found.set(element.value, {isNumber: isNumber || (found.get(element.value)?.isNumber ?? false)});
      }
      for (const {value} of options) collect(value);
    }
  };
  collect(parse(text).getAst());
  return found;
}

/** Types of elements in the parser, which exports no names for them. */
const LITERAL = 0;
const NUMBER = 2;
