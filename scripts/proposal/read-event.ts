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
  issue: z.object({number: z.int().positive()}),
  repository: z.object({name: z.string(), owner: z.object({login: z.string()})}),
});

export type LabelledEvent = z.infer<typeof labelledEventSchema>;

/** Reads the event that started the job, and its own words, from the file GitHub wrote. */
export function readEvent(file: string | undefined): {event: LabelledEvent; text: string} {
  const fix = 'Run this in a workflow that starts on `issues`, when one is labelled.';
  if (!file) throw new ExitError('`GITHUB_EVENT_PATH` is not set, expected the file of the event', fix);
  const text = readFileSync(file, 'utf8');
  const {data} = labelledEventSchema.safeParse(JSON.parse(text));
  if (data) return {event: data, text};
  throw new ExitError('the event is another one, expected a label put on an issue', fix);
}
