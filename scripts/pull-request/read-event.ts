import {readFileSync} from 'node:fs';
import {z} from 'zod';
import {ExitError} from '../io.ts';

const repositorySchema = z.object({
  id: z.int(),
  name: z.string(),
  owner: z.object({login: z.string()}),
});

/**
 * What GitHub tells a workflow that runs when another has ended, as far as it is used here.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run
 */
const workflowRunEventSchema = z.object({
  workflow_run: z.object({
    event: z.string(),
    conclusion: z.string().nullable(),
    html_url: z.string(),
    head_sha: z.string(),
    head_branch: z.string().nullable(),
    // Gone where the fork has been deleted since, and without an owner where the account has.
    head_repository: repositorySchema.extend({owner: repositorySchema.shape.owner.nullable()}).nullable(),
  }),
  repository: repositorySchema,
});

export type WorkflowRunEvent = z.infer<typeof workflowRunEventSchema>;

/** Reads the event that started the job from the file GitHub wrote. */
export function readEvent(file: string | undefined): WorkflowRunEvent {
  const fix = 'Run this in a workflow that starts on `workflow_run`.';
  if (!file) throw new ExitError('`GITHUB_EVENT_PATH` is not set, expected the file of the event', fix);
  const parsed = workflowRunEventSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success && parsed.data.workflow_run.event === 'pull_request') return parsed.data;
  throw new ExitError('the event is another one, expected the end of a run for a pull request', fix);
}
