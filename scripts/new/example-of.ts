import type {FieldHelp} from '../../src/content/issue-forms/proposal-fields.ts';
import {PROPOSAL_FIELDS} from '../../src/content/issue-forms/proposal-fields.ts';

const FIELDS: Readonly<Record<string, FieldHelp>> = PROPOSAL_FIELDS;

/** How often pages are read again in most places; an example as good as any. */
const EXAMPLES: Readonly<Record<string, string>> = {review_every: '12 months'};

/** An example of an answer, the one that the form for proposals gives. */
export function exampleOf(key: string): string | undefined {
  return FIELDS[key]?.example ?? EXAMPLES[key];
}
