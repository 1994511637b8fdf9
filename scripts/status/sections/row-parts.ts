import type {ToolkitConfig} from '../../../src/model/schemas/toolkit-schema.ts';

/** One thing that waits for an editor, with the command that deals with it. */
export interface DashboardRow {
  /** The subheading that lists it: a role, a page or a kind. */
  group?: string;
  /** The title of its page, or what else it is about; written by an author. */
  title: string;
  /** The id of that page, or the path of a file. */
  id?: string;
  /** The address of another site that it is about. */
  address?: string;
  /** What is wrong, in sentences; literals are in backticks. */
  matter: string;
  /** The first day of the wait, `2026-11-24`. */
  since?: string;
  /** Whole days since then. */
  days?: number;
  /** The label of the role that owns the page. */
  owner?: string;
  /** The conversation about it on GitHub. */
  issue?: {number: number; url: string};
  command: string;
}

/** Everything of one kind that waits. */
export interface DashboardSection {
  id: string;
  title: string;
  /** What to do with the rows, in one or two sentences. */
  about: string;
  /** `undefined` if nothing was looked at; that is never shown as none. */
  rows: DashboardRow[] | undefined;
  /** What was not looked at or left out, and why. */
  unseen?: string;
  /** The list of the same things on GitHub. */
  search?: string;
}

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
export function byRole({owners}: Pick<ToolkitConfig, 'owners'>, rows: readonly DashboardRow[]): DashboardRow[] {
  const labels = [...owners.map(({label}) => label), NO_OWNER];
  return rows
    .map((row) => ({...row, group: row.owner ?? NO_OWNER}))
    .sort((a, b) => labels.indexOf(a.group) - labels.indexOf(b.group) || (b.days ?? 0) - (a.days ?? 0));
}
