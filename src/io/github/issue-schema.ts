import {z} from 'zod';

/**
 * An issue, as far as it is used here: as the API and events give it, and as `gh issue list --json` exports it.
 * https://docs.github.com/en/rest/issues/issues#get-an-issue
 */
export const issueSchema = z.object({
  number: z.int().positive(),
  title: z.string().default(''),
  body: z.string().nullish(),
  state: z.string().default('open'),
  created_at: z.string().optional(),
  createdAt: z.string().optional(),
  labels: z.array(z.union([z.string(), z.object({name: z.string().nullish()})])).default([]),
  // Pull requests are issues too.
  pull_request: z.unknown().optional(),
});

export type Issue = z.infer<typeof issueSchema>;

/** The event of a workflow that runs when an issue is opened or edited. */
export const issueEventSchema = z.object({issue: issueSchema});

/** The names of an issue's labels. */
export function labelNames({labels}: Pick<Issue, 'labels'>): string[] {
  return labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? [])));
}

/** What an issue says, and the day when it was opened, `2026-11-24`. */
export function messageOf({title, body, created_at: created, createdAt}: Issue) {
  const received = (created ?? createdAt)?.slice(0, 'yyyy-mm-dd'.length);
  return {
    title,
    body: body ?? '',
    received: received !== undefined && /^\d{4}-\d\d-\d\d$/.test(received) ? received : undefined,
  };
}
