import {z} from 'zod';
import {asClause} from '../../src/content/capitalise.ts';
import {checkFrontMatter} from '../../src/content/check-front-matter.ts';
import type {AskedKey} from '../../src/content/drafts/asked-keys.ts';
import {optionOf} from '../../src/content/drafts/asked-keys.ts';
import type {FieldHelp} from '../../src/content/issue-forms/proposal-fields.ts';
import {PROPOSAL_FIELDS} from '../../src/content/issue-forms/proposal-fields.ts';
import {listWords} from '../../src/content/nearest.ts';
import {formOf} from '../../src/content/schemas/inspect-schema.ts';

/** What is wrong with an answer, and what to do. */
export interface AnswerFault {
  problem: string;
  fix: string;
}

/** Holds one answer against the schema of its key; a fault names the option. */
export function checkAnswer(schema: z.ZodObject, key: string, value: unknown): AnswerFault[] {
  const document = {path: '', text: '', frontMatter: {[key]: value}, placeOf: () => undefined, body: '', bodyOffset: 0};
  const only = z.strictObject({[key]: schema.shape[key] ?? z.never()});
  return checkFrontMatter(document, only).findings.map(({problem, fix}) => ({
    problem: withOption(problem, key),
    fix: withOption(fix, key),
  }));
}

/** A required answer that nobody gave. */
export function missingAnswer(
  {option, description, writtenAs, form}: AskedKey,
  example: string | undefined,
): AnswerFault {
  const element = form.type === 'list' ? formOf(form.element) : form;
  const terms = element.type === 'term' ? `: ${listWords(element.terms)}` : '';
  return {
    problem: `option \`--${option}\` is missing, expected ${asClause(description)}${writtenAs ? ` (${writtenAs})` : ''}${terms}`,
    fix: example
      ? `Add it with your own words, as in \`--${option} "${example}"\`.`
      : `Add \`--${option}\` with one of these.`,
  };
}

function withOption(text: string, key: string): string {
  return text.replaceAll(`\`${key}\``, `\`--${optionOf(key)}\``);
}

const FIELDS: Readonly<Record<string, FieldHelp>> = PROPOSAL_FIELDS;

/** How often pages are read again in most places; an example as good as any. */
const EXAMPLES: Readonly<Record<string, string>> = {review_every: '12 months'};

/** An example of an answer, the one that the form for proposals gives. */
export function exampleOf(key: string): string | undefined {
  return FIELDS[key]?.example ?? EXAMPLES[key];
}
