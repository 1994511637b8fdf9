import {outcomeSchema} from '../schemas/case-study-schema.ts';
import {sourceSchema} from '../schemas/source-schema.ts';

/** The parts of a line, in the order in which the form asks for them, by the key of a case study. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  outcomes: Object.keys(outcomeSchema.shape),
  sources: Object.keys(sourceSchema.shape),
};

/** How many parts a line has and which were asked for, where it has more; an address may hold semicolons itself. */
export function tooManyParts(key: string, line: string): {count: number; asked: readonly string[]} | undefined {
  const asked = PARTS[key];
  const parts = line.split(';').map((part) => part.trim());
  if (!asked || parts.length <= asked.length || /^<?https?:/i.test(parts[asked.length - 1] ?? '')) return undefined;
  return {count: parts.length, asked};
}
