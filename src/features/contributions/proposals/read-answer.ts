import {isNonAnswer} from '../../../content/front-matter/non-answers.ts';
import {readPeriod} from '../../../content/front-matter/read-times.ts';
import {EVIDENCE_IDS, outcomeSchema} from '../../../content/schemas/case-study-schema.ts';
import {sourceSchema} from '../../../content/schemas/source-schema.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import type {FormField} from '../forms/parse-issue-body.ts';
import {readChoices} from '../forms/read-choices.ts';

/** An answer as the value of its key; `undefined` where there is none. */
export function readAnswer(key: string, field: FormField, typed: string, config: ToolkitConfig): unknown {
  if (isNonAnswer(typed)) return undefined;
  const vocabulary = config.vocabularies.find((candidate) => candidate.key === key);
  if (vocabulary) {
    const {chosen, unknown} = readChoices(field, typed);
    // Someone who edits the issue may write an id, which stays as it is.
    return [...vocabulary.terms.filter(({label}) => chosen.includes(label)).map(({id}) => id), ...unknown];
  }
  switch (key) {
    case 'evidence': {
      const [first = ''] = typed
        .trim()
        .toLowerCase()
        .split(/[:\s,(]/);
      return EVIDENCE_IDS.some((id) => id === first) ? first : oneLine(typed);
    }
    case 'period':
      return readPeriod(typed) ?? oneLine(typed);
    case 'partners':
      return linesOf(typed)
        .flatMap((line) => line.split(';').map((part) => part.trim()))
        .filter((partner) => !isNonAnswer(partner));
    case 'outcomes':
    case 'sources':
      return linesOf(typed).map((line) => readEntry(key, line));
    default:
      return oneLine(typed);
  }
}

/** The parts that the form asks for in a line, in their order. */
const PARTS = {outcomes: Object.keys(outcomeSchema.shape), sources: Object.keys(sourceSchema.shape)};

/** Whether a line has as many parts as the form asks for. The last one, an address, may contain semicolons. */
function isDivided(key: 'outcomes' | 'sources', line: string): boolean {
  const parts = line.split(';').map((part) => part.trim());
  const most = PARTS[key].length;
  return (parts.length > 1 && parts.length <= most) || /^<?https?:/i.test(parts[most - 1] ?? '');
}

function readEntry(key: 'outcomes' | 'sources', line: string): unknown {
  if (/^<?https?:\/\/\S+$/i.test(line)) return {[key === 'sources' ? 'url' : 'source']: line.replace(/^<|>$/g, '')};
  // A line with other parts than the form asks for stays as it was typed, because a guess would be wrong.
  if (!isDivided(key, line)) return line;
  const parts = line.split(';').map((part) => part.trim());
  // Only the year may be left out, and only the last part, an address, may contain semicolons.
  const keys = PARTS[key].filter((part) => part !== 'year' || parts.length >= PARTS[key].length);
  const entries = keys.map((part, index) => [
    part,
    index === keys.length - 1 ? parts.slice(index).join(';') : (parts[index] ?? ''),
  ]);
  return Object.fromEntries(
    entries.flatMap(([part = '', text = '']) =>
      text === '' ? [] : [[part, part === 'year' && /^\d+$/.test(text) ? Number(text) : text]],
    ),
  );
}

/** The lines of an answer, without the marks of a list. */
function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => oneLine(line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')))
    .filter((line) => line !== '');
}

/** Text without line breaks, and with one space between words. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim();
}
