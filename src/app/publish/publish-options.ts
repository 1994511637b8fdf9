import {compareText, type Fault} from '../../content/problem.ts';
import {compareNames, nextSlug} from '../../content/records/next-slug.ts';
import {daySchema} from '../../content/schemas/day-schema.ts';
import {updateSchema} from '../../content/schemas/update-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {count} from '../../format/text.ts';

const MONTH_LENGTH = 'yyyy-mm'.length;

export function checkDay(day: string, today: string, {updates}: Pick<Toolkit, 'updates'>): Fault[] {
  if (!daySchema.safeParse(day).success) {
    const problem = `\`--date\` is \`${day}\`, expected an existing day such as \`${today}\``;
    return [{problem, fix: 'Write the day like that, or leave `--date` out for today.'}];
  }
  if (day > today) {
    const problem = `\`--date\` is \`${day}\`, expected today, ${today}, or an earlier day`;
    return [{problem, fix: 'Leave `--date` out, or run the command again on that day.'}];
  }
  // The sort key counts too: with an earlier day the update would not come first.
  const days = updates.flatMap(({data}) => [data.published.latest, data.date]);
  const newest = days.sort(compareText).at(-1) ?? '';
  if (day >= newest) return [];
  const problem = `the update would have the date ${day}, expected ${newest}, the date of the newest update, or later`;
  const fix =
    newest > today
      ? `The clock of this computer says ${today}. Correct it if that is wrong, or publish on ${newest} or later.`
      : `Write \`--date ${newest}\`, or a later day.`;
  return [{problem, fix}];
}

export function checkTitle(title: string): Fault[] {
  if (/\p{Cc}/u.test(title)) {
    const problem = 'title contains a line break or another control character, expected one line of text';
    return [{problem, fix: 'Write it with `--title "..."`.'}];
  }
  if (updateSchema.shape.title.safeParse(title).success) return [];
  const problem = `title has ${count(title.length, 'character')}, expected 3 to 100`;
  return [{problem, fix: 'Write it with `--title "..."`.'}];
}

/** The name of an edition: the one asked for, or the first free one of the month. */
export function nameEdition(requested: string, day: string, existing: readonly string[]): string {
  return requested === '' ? nextSlug(day.slice(0, MONTH_LENGTH), existing) : requested;
}

export function checkEdition(name: string, day: string, existing: readonly string[]): Fault[] {
  const month = day.slice(0, MONTH_LENGTH);
  const free = nextSlug(month, existing);
  const fix = `Write \`--edition ${free}\`, or only \`--edition\`, which means the same.`;
  if (!updateSchema.shape.edition.safeParse(name).success) {
    return [{problem: `\`--edition\` is \`${name}\`, expected a month such as \`${month}\``, fix}];
  }
  if (existing.includes(name)) return [{problem: `edition \`${name}\` exists, expected an unused name`, fix}];
  if (name.slice(0, MONTH_LENGTH) !== month) {
    const problem = `edition \`${name}\` is not named after the month of ${day}, expected \`${free}\``;
    return [{problem, fix: `${fix} An edition keeps the state of the day it is frozen.`}];
  }
  const newest = [...existing].sort(compareNames).at(-1);
  if (newest === undefined || compareNames(name, newest) > 0) return [];
  return [{problem: `edition \`${name}\` would come before \`${newest}\`, expected a later name`, fix}];
}
