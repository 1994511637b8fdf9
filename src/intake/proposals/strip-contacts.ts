import type {CheckContext} from '../../checks/check-context.ts';
import {findPersonalData} from '../../privacy/personal-data.ts';
import type {ParsedPage} from '../../markdown/parsed-page.ts';
import {offsetAt} from '../../markdown/text-runs.ts';
import {noPersonalData} from '../../checks/rules/safety/no-personal-data.ts';

/** What replaces a contact detail. */
export const CONTACT_REMOVED = '[contact details removed]';

/**
 * Removes the e-mail addresses and telephone numbers that the rules for pages and the reading of feedback find, in code
 * too, because nothing that was typed into a form is an example.
 *
 * @returns the text without them, and how many there were
 */
export function stripContacts(text: string, config: CheckContext['config']): {text: string; count: number} {
  const page: ParsedPage = {
    kind: 'case-study',
    tree: {type: 'root', children: []},
    endless: [],
    document: {path: '', text, frontMatter: undefined, body: text, bodyOffset: 0, placeOf: () => undefined},
    prose: () => ({type: 'RootNode', children: []}),
  };
  const context = {config, words: [], dictionary: {aff: new Uint8Array(), dic: new Uint8Array()}};
  const found = noPersonalData
    .check(page, context)
    .flatMap(({place, end}) => (place && end ? [{start: offsetAt(text, place), end: offsetAt(text, end)}] : []))
    .concat(findPersonalData(text, config).filter(({kind}) => kind !== 'name'))
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
