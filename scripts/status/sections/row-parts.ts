import type {ToolkitConfig} from '../../../src/model/schemas/toolkit-schema.ts';
import type {DeskRow} from '../dashboard.ts';

const MS_PER_DAY = 86_400_000;

const NO_OWNER = 'No owner';

/** The file that commands for one issue read. */
export const ISSUE_FILE = 'issue.json';

/** The command that saves an issue to that file, in backticks. */
export function saveIssue(number: number): string {
  return `\`gh issue view ${number} --json number,title,body,state,createdAt,labels > ${ISSUE_FILE}\``;
}

/** Text in backticks for a sentence of ours; backticks in the text itself cannot end it. */
export function literal(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** The first day of a wait, and the whole days since. */
export function waits(since: string, today: string): {since: string; days: number} {
  return {since, days: Math.max(0, daysUntil(since, today))};
}

/** The number of days from one day to a later one. */
export function daysUntil(today: string, day: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / MS_PER_DAY);
}

/** The label of a role of the configuration. */
export function ownerLabel({owners}: Pick<ToolkitConfig, 'owners'>, id: unknown): string {
  return owners.find((owner) => owner.id === id)?.label ?? NO_OWNER;
}

/** Rows grouped by role, in the order of the configuration; in each group the longest wait comes first. */
export function byRole({owners}: Pick<ToolkitConfig, 'owners'>, rows: readonly DeskRow[]): DeskRow[] {
  const labels = [...owners.map(({label}) => label), NO_OWNER];
  return rows
    .map((row) => ({...row, group: row.owner ?? NO_OWNER}))
    .sort((a, b) => labels.indexOf(a.group) - labels.indexOf(b.group) || (b.days ?? 0) - (a.days ?? 0));
}
