import {compareText} from '../problem.ts';
import type {FeedbackRecord} from '../schemas/feedback-schema.ts';
import type {Update} from '../schemas/update-schema.ts';
import {answeredFeedback} from './answered.ts';

/** How many there are of something, and the longest wait among them. */
export interface DigestRow {
  /** What is counted: a page's id, an edition, a priority or an age. */
  of: string;
  numbers: number[];
  /** Days since the oldest of them came; none where no day is known. */
  oldest: number | undefined;
}

/** Open feedback, sorted in several ways; feedback on several priorities counts for each. */
export interface FeedbackDigest {
  open: number;
  closed: number;
  pages: DigestRow[];
  editions: DigestRow[];
  priorities: DigestRow[];
  ages: DigestRow[];
  owners: DigestRow[];
  /** Still open, though a published change answers it. */
  answered: number[];
  /** Open, and looks as if it holds personal data. */
  personal: number[];
  /** How many issues of the list that was read are no feedback. */
  left_out?: number;
}

/** What stands for feedback on no page that is known. */
const NO_PAGE = 'no page';

/** Ages, by the fewest days of each. */
const AGES: readonly (readonly [name: string, from: number])[] = [
  ['more than 90 days', 91],
  ['31 to 90 days', 31],
  ['8 to 30 days', 8],
  ['up to 7 days', 0],
];

const DAY = 86_400_000;

/** Counts feedback on a day; those who wait longest come first. */
export function digestOf(
  records: readonly FeedbackRecord[],
  updates: readonly Update[],
  today: string,
): FeedbackDigest {
  const open = records.filter((record) => record.open);
  const ageOf = ({received}: FeedbackRecord) =>
    received === undefined ? undefined : Math.max(0, (Date.parse(today) - Date.parse(received)) / DAY);
  const rowsBy = (keysOf: (record: FeedbackRecord) => readonly string[]): DigestRow[] => {
    const groups = new Map<string, FeedbackRecord[]>();
    for (const record of open) {
      for (const key of keysOf(record)) groups.set(key, [...(groups.get(key) ?? []), record]);
    }
    return [...groups]
      .map(([of, group]) => ({of, numbers: numbersOf(group), oldest: oldestOf(group.map(ageOf))}))
      .sort(
        (a, b) => b.numbers.length - a.numbers.length || (b.oldest ?? -1) - (a.oldest ?? -1) || compareText(a.of, b.of),
      );
  };
  const ages = rowsBy((record) => {
    const age = ageOf(record);
    return age === undefined ? [] : [AGES.find(([, from]) => age >= from)?.[0] ?? ''];
  });
  const answered = new Set(answeredFeedback(updates).map(({number}) => number));
  return {
    open: open.length,
    closed: records.length - open.length,
    pages: rowsBy(({page}) => [page ?? NO_PAGE]),
    editions: rowsBy(({edition}) => (edition === undefined ? [] : [edition])),
    priorities: rowsBy(({priorities}) => priorities),
    ages: AGES.flatMap(([name]) => ages.filter(({of}) => of === name)),
    owners: rowsBy(({owner}) => [owner]),
    answered: numbersOf(open.filter(({number = 0}) => answered.has(number))),
    personal: numbersOf(open.filter(({personal}) => personal.length > 0)),
  };
}

function numbersOf(records: readonly FeedbackRecord[]): number[] {
  return records.flatMap(({number}) => number ?? []).sort((a, b) => a - b);
}

function oldestOf(ages: readonly (number | undefined)[]): number | undefined {
  const known = ages.filter((age) => age !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
