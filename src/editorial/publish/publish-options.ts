import {count} from '../../format/text.ts';
import type {Fault} from '../../model/problem.ts';
import {compareText} from '../../model/problem.ts';
import {daySchema} from '../../model/schemas/day-schema.ts';
import {updateSchema} from '../../model/schemas/update-schema.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import {compareNames, countOn} from '../../model/updates/next-slug.ts';

const MONTH_LENGTH = 'yyyy-mm'.length;

/** What is wrong with the day that an update is to carry. */
export function judgeDay(day: string, today: string, {updates}: Pick<Toolkit, 'updates'>): Fault[] {
  if (!daySchema.safeParse(day).success) {
    const problem = `\`--date\` holds \`${day}\`, expected a day that exists, written \`${today}\``;
    return [{problem, fix: 'Write the day so, or leave `--date` out for today.'}];
  }
  if (day > today) {
    const problem = `\`--date\` holds \`${day}\`, expected today, ${today}, or a day before it`;
    return [{problem, fix: 'Leave `--date` out, or run the command again on that day.'}];
  }
  // The sort key counts too: with an earlier day the update would not stand first.
  const days = updates.flatMap(({data}) => [data.published.latest, data.date]);
  const newest = days.sort(compareText).at(-1) ?? '';
  if (day >= newest) return [];
  const problem = `the update would carry the day ${day}, expected ${newest}, the day of the newest update, or a later one`;
  return [{problem, fix: `Write \`--date ${newest}\`, or a later day.`}];
}

/** What is wrong with a title. */
export function judgeTitle(title: string): Fault[] {
  if (/\p{Cc}/u.test(title)) {
    const problem = 'title holds a line break or another control character, expected one line of words';
    return [{problem, fix: 'Write it so with `--title "..."`.'}];
  }
  if (updateSchema.shape.title.safeParse(title).success) return [];
  const problem = `title has ${count(title.length, 'character')}, expected 3 to 100`;
  return [{problem, fix: 'Write it so with `--title "..."`.'}];
}

/** The name of an edition: the one asked for, else the first free one of the month. */
export function nameEdition(asked: string, day: string, existing: readonly string[]): string {
  return asked === '' ? countOn(day.slice(0, MONTH_LENGTH), existing) : asked;
}

/** What is wrong with the name of an edition that is to be frozen. */
export function judgeEdition(name: string, day: string, existing: readonly string[]): Fault[] {
  const month = day.slice(0, MONTH_LENGTH);
  const free = countOn(month, existing);
  const fix = `Write \`--edition ${free}\`, or \`--edition\` alone, which means the same.`;
  if (!updateSchema.shape.edition.safeParse(name).success) {
    return [{problem: `\`--edition\` holds \`${name}\`, expected a month, written \`${month}\``, fix}];
  }
  if (existing.includes(name)) return [{problem: `edition \`${name}\` exists, expected a name that is free`, fix}];
  if (name.slice(0, MONTH_LENGTH) !== month) {
    const problem = `edition \`${name}\` would not carry the month of ${day}, expected \`${free}\``;
    return [{problem, fix: `${fix} An edition keeps the state of the day it is frozen.`}];
  }
  const newest = [...existing].sort(compareNames).at(-1);
  if (newest === undefined || compareNames(name, newest) > 0) return [];
  return [{problem: `edition \`${name}\` would stand before \`${newest}\`, expected a later name`, fix}];
}
