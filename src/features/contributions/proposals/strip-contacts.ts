import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {findPersonalData} from '../personal-data.ts';

export const CONTACT_REMOVED = '[contact details removed]';

/**
 * Removes the email addresses and telephone numbers that the rules for pages and the reading of feedback find, in code
 * too, because nothing that was typed into a form is an example.
 *
 * @returns the text without them, and how many there were
 */
export function stripContacts(
  text: string,
  config: Pick<ToolkitConfig, 'email' | 'title'>,
): {text: string; count: number} {
  const found = [...findPersonalData(text, config).filter(({kind}) => kind !== 'name')]
    .map((range) => withinBrackets(text, range))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart = found.filter(({start}, index) => found.slice(0, index).every((other) => other.end <= start));
  const left = apart
    .toReversed()
    .reduce((words, {start, end}) => words.slice(0, start) + CONTACT_REMOVED + words.slice(end), text);
  return {text: left, count: apart.length};
}

/** A bracket that opens before a number belongs to what it closes after: both go, or both stay. */
function withinBrackets(text: string, {start, end}: {start: number; end: number}): {start: number; end: number} {
  const words = text.slice(start, end);
  if (!words.startsWith('(') || words.includes(')')) return {start, end};
  return text[end] === ')' ? {start, end: end + 1} : {start: start + 1, end};
}
