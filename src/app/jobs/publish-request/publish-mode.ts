import {notesNotDue, scheduledNotes} from '../../../changes/publish/scheduled-notes.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import type {Io} from '../../../io/cli/io.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';

/** The event of a run that nobody started. */
export const SCHEDULE = 'schedule';

/**
 * What a run of the workflow that publishes has to do, as an output for GitHub: `mode=publish`, `mode=dry-run`
 * unless the editor has confirmed, or `mode=none` in a daily run on which nothing scheduled is due.
 */
export async function publishMode(env: NodeJS.ProcessEnv, {cwd, today}: Pick<Io, 'cwd' | 'today'>): Promise<string> {
  if (env.GITHUB_EVENT_NAME !== SCHEDULE) return `mode=${env.CONFIRM === 'true' ? 'publish' : 'dry-run'}`;
  const {SCHEDULED_PUBLISHING: how = ''} = env;
  if (!['pull-request', 'publish'].includes(how)) {
    throw new ExitError(
      `the variable \`SCHEDULED_PUBLISHING\` is \`${how}\`, expected \`pull-request\` or \`publish\``,
      'Change it under Settings, "Secrets and variables", Actions, Variables, or delete it.',
    );
  }
  const toolkit = await loadToolkit(cwd);
  const isDue = scheduledNotes(toolkit).length > 0 && notesNotDue(toolkit, today).length === 0;
  return `mode=${isDue ? 'publish' : 'none'}`;
}
