import {commandLine} from '../../../src/format/command-line.ts';
import type {Toolkit} from '../../../src/model/toolkit.ts';
import {type DashboardRow, type DashboardSection, waits} from './row-parts.ts';

/** Where publishing leaves the email of an update. */
export const OUTBOX_FOLDER = 'outbox';

/** The name of an email, which it has in several forms: `2026-11-24` of `2026-11-24.txt`. */
export function mailNameOf(file: string): string {
  return file.replace(/\.[a-z]+$/i, '');
}

/** Emails that wait to be sent; nothing else records whether one was. */
export function outboxSection({updates}: Toolkit, today: string, files: readonly string[]): DashboardSection {
  const rows = [...Map.groupBy(files, mailNameOf)].map(([name, forms]): DashboardRow => {
    const update = updates.find(({data}) => data.slug === name)?.data;
    const [first = name] = forms;
    return {
      title: update?.title ?? first,
      id: `${OUTBOX_FOLDER}/${first}`,
      matter: update ? 'Send it to your readers once the update is on the site.' : 'Send it, if you have not yet.',
      ...(update && waits(update.published.latest, today)),
      command: commandLine('status', '--sent', name),
    };
  });
  return {
    id: 'outbox',
    title: 'Emails that wait to be sent',
    about: `The folder \`${OUTBOX_FOLDER}\` is on this computer only: git leaves it out. Send each email, then run its command to remove it.`,
    rows,
  };
}
