import {IntlMessageFormat} from 'intl-messageformat';
import type {Arguments} from './catalogues.ts';

/** A text in ICU MessageFormat, a list of texts, or a group of these by their names. */
type Catalogue = string | readonly string[] | {readonly [name: string]: Catalogue};

/** A catalogue as call sites use it: a message with arguments is a function, and any other is a text. */
export type Messages<Group, Path extends string = ''> = {
  [Name in keyof Group & string]: Group[Name] extends string
    ? `${Path}${Name}` extends infer Key extends keyof Arguments
      ? (values: Arguments[Key]) => string
      : string
    : Group[Name] extends readonly string[]
      ? readonly string[]
      : Messages<Group[Name], `${Path}${Name}.`>;
};

/** Every text of a catalogue by its key: `home.news`, or `follow.steps.0` in a list. */
export function textsOf(catalogue: Catalogue, path = ''): [key: string, text: string][] {
  if (typeof catalogue === 'string') return [[path.slice(0, -1), catalogue]];
  return Object.entries(catalogue).flatMap(([name, inner]) => textsOf(inner, `${path}${name}.`));
}

/** The messages of the English catalogue with texts of a language, by their keys. */
export function messagesOf(
  english: Catalogue,
  texts: Readonly<Record<string, string>>,
  language: string,
  path = '',
): unknown {
  if (typeof english === 'string') return messageOf(english, texts[path.slice(0, -1)] ?? english, language);
  const inner = (name: string | number, group: Catalogue) => messagesOf(group, texts, language, `${path}${name}.`);
  if (Array.isArray(english)) return english.map((text, index) => inner(index, text));
  return Object.fromEntries(Object.entries(english).map(([name, group]) => [name, inner(name, group)]));
}

/** A message with arguments is parsed when it is first used, because a run needs few of them. */
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

/** Kinds of elements of a parsed text; `intl-messageformat` exports no names for them. */
const [LITERAL, ARGUMENT, SELECT] = [0, 1, 5];

/**
 * The arguments of a text, and whether each is a number.
 *
 * @throws {SyntaxError} if the text is not in ICU MessageFormat.
 */
export function argumentsOf(text: string): ReadonlyMap<string, boolean> {
  const result = new Map<string, boolean>();
  const collect = (elements: ReturnType<IntlMessageFormat['getAst']>) => {
    for (const element of elements) {
      if (!('value' in element) || element.type === LITERAL) continue;
      const isNumber = element.type !== ARGUMENT && element.type !== SELECT;
      result.set(element.value, isNumber || result.get(element.value) === true);
      if ('options' in element) for (const {value} of Object.values(element.options)) collect(value);
    }
  };
  collect(parse(text).getAst());
  return result;
}
