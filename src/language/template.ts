/** A message with `{found}` in place of each argument that is not given, for a script of the browser to fill in. */
export function template<Values extends object>(
  message: (values: Values) => string,
  given: Partial<Values> = {},
): string {
  const get = (values: Partial<Values>, name: string) => Reflect.get(values, name) ?? `{${name}}`;
  return message(new Proxy(given, {has: () => true, get: (values, name) => get(values, String(name))}) as Values);
}

/** The same for each plural category of the language, by the number `count`, as JSON. */
export function pluralTemplates<Values extends {count: number}>(
  message: (values: Values) => string,
  language: string,
): string {
  const rules = new Intl.PluralRules(language);
  const numbers = [...Array(100).keys(), 1_000_000];
  const templates = rules.resolvedOptions().pluralCategories.flatMap((category) => {
    const count = numbers.find((number) => rules.select(number) === category);
    return count === undefined ? [] : [[category, template(message, {count} as Partial<Values>)]];
  });
  return JSON.stringify(Object.fromEntries(templates));
}
