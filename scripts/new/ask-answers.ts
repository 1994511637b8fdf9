import type {z} from 'zod';
import type {AskedKey} from '../../src/content/drafts/asked-keys.ts';
import {parseAnswer} from '../../src/content/drafts/parse-answer.ts';
import {labelOf} from '../../src/content/issue-forms/schema-words.ts';
import {descriptionOf, formOf, isRequired} from '../../src/content/schemas/inspect-schema.ts';
import type {Asker} from './asker.ts';
import {checkAnswer, exampleOf} from './check-answer.ts';

/** Asks for one key, in the way that its form allows. */
export async function askAnswer(ask: Asker, schema: z.ZodObject, asked: AskedKey): Promise<unknown> {
  const {key, form, required} = asked;
  const message = messageOf(key, descriptionOf(asked.schema));
  if (form.type === 'term') return ask.oneOf(message, form.terms);
  const element = form.type === 'list' ? formOf(form.element) : form;
  if (element.type === 'term') {
    const terms = await ask.someOf(message, element.terms, required);
    return terms.length > 0 ? terms : undefined;
  }
  if (element.type === 'object') return askEntries(ask, schema, key, element.shape);
  return ask.words(message, (answer) => faultOf(schema, key, parseAnswer(asked.schema, answer)), exampleOf(key));
}

/** Entries with keys of their own are asked for key by key, one entry after another. */
async function askEntries(
  ask: Asker,
  schema: z.ZodObject,
  key: string,
  shape: Readonly<Record<string, z.core.$ZodType>>,
): Promise<unknown[]> {
  const entries: Record<string, unknown>[] = [];
  do {
    const entry: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(shape)) {
      const parse = (answer: string) => (answer.trim() === '' ? undefined : parseAnswer(value, answer));
      const answer = await ask.words(
        messageOf(`${key}, ${entries.length + 1}: ${name}`, descriptionOf(value)),
        (words) => {
          const parsed = parse(words);
          if (parsed === undefined) return isRequired(value) ? 'nothing is written, expected words' : undefined;
          return (value as z.ZodType).safeParse(parsed).success
            ? undefined
            : faultOf(schema, key, [{...entry, [name]: parsed}], name);
        },
      );
      const parsed = parse(answer);
      if (parsed !== undefined) entry[name] = parsed;
    }
    entries.push(entry);
  } while (await ask.agree(`Another of ${key}?`));
  return entries;
}

/** What is wrong with an answer, in one line; with a name, of that part of an entry alone. */
function faultOf(schema: z.ZodObject, key: string, value: unknown, name?: string): string | undefined {
  const faults = checkAnswer(schema, key, value);
  const fault = name ? faults.find(({problem}) => problem.includes(`\`${name}\``)) : faults[0];
  return fault && `${fault.problem}. ${fault.fix}`;
}

function messageOf(key: string, description: string): string {
  return `${labelOf(key)}: ${description}`;
}
