import {parseAnswer} from '../drafts/parse-answer.ts';
import {EVIDENCE_MEANINGS} from '../facets.ts';
import type {FormField} from '../issue-forms/parse-issue-body.ts';
import type {PROPOSAL_FIELDS} from '../issue-forms/proposal-fields.ts';
import {readChoices} from '../issue-forms/read-choices.ts';
import {caseStudySchema} from '../schemas/case-study-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {tooManyParts} from './parts-of-entry.ts';
import {readPeriod} from './read-times.ts';

/** An answer as the value of its key; `undefined` where there is none. */
export function readAnswer(
  key: keyof typeof PROPOSAL_FIELDS,
  field: FormField,
  typed: string,
  config: ToolkitConfig,
): unknown {
  if (typed.trim() === '') return undefined;
  const isOptional = caseStudySchema(config).shape[key].safeParse(undefined).success;
  if (isOptional && NOTHING_RE.test(typed.trim())) return undefined;
  switch (key) {
    case 'regions':
    case 'priorities':
    case 'approaches': {
      const {chosen, unknown} = readChoices(field, typed);
      const ids = config[key].filter(({label}) => chosen.includes(label)).map(({id}) => id);
      return [...ids, ...unknown.map((words) => config[key].find(({id}) => id === words)?.id ?? words)];
    }
    case 'evidence': {
      const first =
        typed
          .trim()
          .split(/[:\s,(]/)[0]
          ?.toLowerCase() ?? '';
      return Object.hasOwn(EVIDENCE_MEANINGS, first) ? first : oneLine(typed);
    }
    case 'period':
      return readPeriod(typed) ?? oneLine(typed);
    case 'partners':
      return entriesOf(typed);
    case 'outcomes':
    case 'sources':
      return joinBroken(entriesOf(typed)).map((entry) => readEntry(key, entry, config));
    default:
      return oneLine(typed);
  }
}

const NOTHING_RE = /^(none|n\/a|nothing|no|not known|-)\.?$/i;

function readEntry(key: 'outcomes' | 'sources', entry: string, config: ToolkitConfig): unknown {
  if (/^<?https?:\/\/\S+$/i.test(entry)) return {[key === 'sources' ? 'url' : 'source']: entry.replace(/^<|>$/g, '')};
  // What has too many parts stays as it was typed: no guess which of them belong together.
  if (tooManyParts(key, entry)) return entry;
  const [value] = parseAnswer(caseStudySchema(config).shape[key], entry) as unknown[];
  return value;
}

/** What stands on lines of their own, without the marks of a list. */
function entriesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => oneLine(line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')))
    .filter((line) => line !== '');
}

/** Mail programs break long lines: an entry with parts goes on until its address. */
function joinBroken(lines: readonly string[]): string[] {
  const entries: string[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    const goesOn = last?.includes(';') === true && !/https?:\/\//i.test(last);
    if (goesOn) entries[entries.length - 1] = `${last} ${line}`;
    else entries.push(line);
  }
  return entries;
}

/** Words without line breaks, and with one space between them. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim();
}
