import {exportedObject, isKey} from '../../content/files/configuration-code.ts';

export function launchLine(day: string): string {
  return `launched: '${day}',`;
}

/**
 * Adds the day of the launch to the text of a configuration, as its last key, and keeps every other byte.
 *
 * @returns `undefined` if the text does not export one literal object without this key, alone or as an argument.
 */
export function addLaunch(text: string, day: string): string | undefined {
  const properties = exportedObject(text)?.properties ?? [];
  const last = properties.at(-1);
  if (!last || properties.some((property) => isKey(property, 'launched'))) return undefined;
  const {start, end} = rangeOf(last);
  // A key on a line of its own gets a line of its own.
  const [indent = ' '] = /\r?\n[ \t]*$/.exec(text.slice(0, start)) ?? [];
  return `${text.slice(0, end)},${indent}${launchLine(day).slice(0, -1)}${text.slice(end)}`;
}

/**
 * Undoes what `addLaunch` did.
 *
 * @returns `undefined` if the key is not as it was written.
 */
export function removeLaunch(text: string, day: string): string | undefined {
  const [before, launch] = exportedObject(text)?.properties.slice(-2) ?? [];
  if (!before || !launch) return undefined;
  const without = text.slice(0, rangeOf(before).end) + text.slice(rangeOf(launch).end);
  return addLaunch(without, day) === text ? without : undefined;
}

/** The text of a key of a configuration; `undefined` if it is missing, or not written as one plain text. */
export function textOfKey(text: string, name: string): string | undefined {
  const property = exportedObject(text)?.properties.find((candidate) => isKey(candidate, name));
  return property?.type === 'ObjectProperty' && property.value.type === 'StringLiteral'
    ? property.value.value
    : undefined;
}

function rangeOf({start, end}: {start?: number | null | undefined; end?: number | null | undefined}) {
  return {start: start ?? 0, end: end ?? 0};
}
