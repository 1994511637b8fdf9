import {notesNotDue, scheduledNotes} from '../../../editorial/publish/scheduled-notes.ts';
import type {Io} from '../../../fs/io.ts';
import {loadToolkit} from '../../../fs/load-toolkit.ts';
import type {Toolkit} from '../../../model/toolkit.ts';

/** The event of a run that nobody started. */
export const SCHEDULE = 'schedule';

/**
 * What a run of the workflow that publishes has to do, as an output for GitHub: `mode=publish`, `mode=dry-run`
 * unless the editor has confirmed, or `mode=none` in a daily run on which nothing scheduled is due.
 */
export async function publishMode(env: NodeJS.ProcessEnv, {cwd, today}: Pick<Io, 'cwd' | 'today'>): Promise<string> {
  if (env.GITHUB_EVENT_NAME !== SCHEDULE) return `mode=${env.CONFIRM === 'true' ? 'publish' : 'dry-run'}`;
  return `mode=${isScheduledFor(await loadToolkit(cwd), today) ? 'publish' : 'none'}`;
}

/** Whether a daily run publishes: the configuration says so, notes are scheduled, and the day of each has come. */
function isScheduledFor(toolkit: Toolkit, today: string): boolean {
  const {scheduled_publishing} = toolkit.config;
  if (scheduled_publishing === 'off' || scheduledNotes(toolkit).length === 0) return false;
  return notesNotDue(toolkit, today).length === 0;
}
