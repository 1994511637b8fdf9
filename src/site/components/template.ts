/** A message with `{found}` in place of each argument that is not given: a script of the browser fills these in. */
export function template<Values extends object>(message: (values: Values) => string, given: object = {}): string {
  const get = (values: object, name: string) => Reflect.get(values, name) ?? `{${name}}`;
  return message(new Proxy(given, {has: () => true, get}) as Values);
}

/** A number for each plural category of any language, `one` first. */
const NUMBERS = [1, ...Array(200).keys(), 1_000_000];

/** The templates of a message for each plural category of `count`, as JSON. */
export function pluralTemplates<Values extends {count: number}>(
  message: (values: Values) => string,
  language: string,
): string {
  const rules = new Intl.PluralRules(language);
  return JSON.stringify(Object.fromEntries(NUMBERS.map((count) => [rules.select(count), template(message, {count})])));
}
