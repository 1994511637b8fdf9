import {readFileSync} from 'node:fs';
import {z} from 'zod';
import {ExitError} from '../io.ts';

/**
 * What GitHub tells a workflow that runs when a label was put on an issue, as far as it is used here.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#issues
 */
export const labelledEventSchema = z.object({
  action: z.literal('labeled'),
  label: z.object({name: z.string()}),
  issue: z.object({number: z.int().positive(), labels: z.array(z.object({name: z.string()})).default([])}),
  repository: z.object({name: z.string(), owner: z.object({login: z.string()})}),
});

export type LabelledEvent = z.infer<typeof labelledEventSchema>;

/** The same when somebody opened an issue, edited one or put a label on it. */
const writtenEventSchema = labelledEventSchema
  .omit({label: true})
  .extend({action: z.enum(['opened', 'edited', 'labeled'])});

/** Reads the event that a label started the job by, and its own words, from the file GitHub wrote. */
export function readEvent(file: string | undefined): {event: LabelledEvent; text: string} {
  return readAs(labelledEventSchema, file, 'a label put on an issue');
}

/** Reads the event of an issue that was written. */
export function readWrittenEvent(file: string | undefined): z.infer<typeof writtenEventSchema> {
  return readAs(writtenEventSchema, file, 'an issue that was opened, edited or labelled').event;
}

function readAs<T>(schema: z.ZodType<T>, file: string | undefined, expected: string): {event: T; text: string} {
  const fix = `Run this in a workflow that starts on \`issues\`: ${expected}.`;
  if (!file) throw new ExitError('`GITHUB_EVENT_PATH` is not set, expected the file of the event', fix);
  const text = readFileSync(file, 'utf8');
  const {data} = schema.safeParse(JSON.parse(text));
  if (data) return {event: data, text};
  throw new ExitError(`the event is another one, expected ${expected}`, fix);
}
