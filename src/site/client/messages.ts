/** Fills in a message that the page gave as an attribute: `{found} of {all}`. */
export function fillIn(message: string | undefined, values: Readonly<Record<string, string | number>>): string {
  return (message ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Of messages for each plural category, as JSON, the one for a number in the language of the page. */
export function pluralIn(messages: string | undefined, count: number): string | undefined {
  const forms = JSON.parse(messages ?? '{}') as Readonly<Record<string, string>>;
  return forms[new Intl.PluralRules(document.documentElement.lang).select(count)] ?? forms.other;
}
