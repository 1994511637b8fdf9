import {capitalise} from '../capitalise.ts';
import {formatDay} from '../format-date.ts';
import {count} from '../report/sections.ts';
import type {DeskRow, DeskSection} from './desk.ts';

/** The parts of a section by what its rows are listed under; one part without a name where that is nothing. */
export function groupsOf(rows: readonly DeskRow[]): {name: string | undefined; rows: DeskRow[]}[] {
  return [...Map.groupBy(rows, ({group}) => group)].map(([name, grouped]) => ({name, rows: grouped}));
}

/**
 * Who looks after what a row tells, and how long it has waited: `Editor, since 12 November 2026, 12 days`. What stands
 * above the row is not said again.
 */
export function tellWait({owner, group, since, days}: DeskRow): string {
  const parts = [
    ...(owner !== undefined && owner !== group ? [owner] : []),
    ...(since === undefined
      ? []
      : [days === 0 ? 'since today' : `since ${formatDay(since)}, ${count(days ?? 0, 'day')}`]),
  ];
  return capitalise(parts.join(', '));
}

/** How many rows a section has, as its heading says it. */
export function tellNumber({rows}: DeskSection): string {
  return rows ? String(rows.length) : 'not looked at';
}

/** This many rows with one command are told in one line, and stand below it for whoever wants them. */
const FOLDED_FROM = 11;

/** The command that deals with all rows of a long section at once; `undefined` where each has its own, or they are few. */
export function commandForAll(rows: readonly DeskRow[]): string | undefined {
  const [first] = rows;
  const isOne = first !== undefined && rows.every(({command}) => command === first.command);
  return isOne && rows.length >= FOLDED_FROM ? first.command : undefined;
}

/** What to do first where files cannot be read, and why. */
export function tellUnread(number: number): string {
  const [subject, they] =
    number === 1 ? ['1 file cannot be read', 'it says'] : [`${number} files cannot be read`, 'they say'];
  return `${subject}, and what ${they} is missing here: run \`npm run check\` first.`;
}

/** The same for a terminal, with each file on a line of its own. */
export function listUnread(paths: readonly string[]): string {
  return [tellUnread(paths.length), ...paths.map((path) => `  ${path}`)].join('\n');
}
