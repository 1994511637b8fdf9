import elements from './html-elements.json' with {type: 'json'};

/** Elements with specific advice, by name. */
const BY_NAME: ReadonlyMap<string, {is: string; fix: string}> = new Map(
  Object.entries(elements).flatMap(([names, advice]) => names.split(' ').map((name) => [name, advice] as const)),
);

/** The name of an element in plain English, and what to write instead. `name` is in lower case. */
export function htmlElement(name: string): {is: string; fix: string} {
  return BY_NAME.get(name) ?? {is: 'markup', fix: 'Remove it and keep its text.'};
}
