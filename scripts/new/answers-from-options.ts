import type {z} from 'zod';
import type {AskedKey} from '../../src/content/drafts/asked-keys.ts';
import {UNASKED} from '../../src/content/drafts/asked-keys.ts';
import {parseAnswer} from '../../src/content/drafts/parse-answer.ts';
import type {Run} from '../io.ts';
import type {AnswerFault} from './check-answer.ts';
import {checkAnswer} from './check-answer.ts';

/** What the options answer, what is wrong with it, and the required keys that are still without an answer. */
export interface GivenAnswers {
  data: Record<string, unknown>;
  faults: AnswerFault[];
  missing: AskedKey[];
}

/** Reads the answers that were given as options. */
export function answersFromOptions(
  schema: z.ZodObject,
  asked: readonly AskedKey[],
  options: Parameters<Run>[0],
): GivenAnswers {
  const given: GivenAnswers = {data: {}, faults: [], missing: []};
  for (const entry of asked) {
    const text = options[entry.option] ?? UNASKED[entry.key];
    if (typeof text !== 'string') {
      given.missing.push(entry);
      continue;
    }
    const value = parseAnswer(entry.schema, text);
    given.faults.push(...checkAnswer(schema, entry.key, value));
    given.data[entry.key] = value;
  }
  return given;
}
