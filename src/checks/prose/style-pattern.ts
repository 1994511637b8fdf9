import type {ParsedPage} from '../../markdown/parsed-page.ts';
import type {TextRun} from '../../markdown/text-runs.ts';
import {blockRuns, editOf, frontMatterRuns, hideQuoted, ownBlockRuns, placesOf} from '../../markdown/text-runs.ts';
import {oncePer} from '../../model/memo.ts';
import type {PageFinding} from '../rule.ts';

/** One way of writing that the house has not. */
export interface StylePattern {
  find: RegExp;
  /** What to write instead of a match with these groups; `undefined` where it is no fault after all. */
  instead: (groups: Groups, found: string, around: Around) => Mend | undefined;
  /** Whether titles, which links and emphasis hold, and tables, which are short of room, may write it so. */
  passesInTitles?: boolean;
}

/** The named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** The words of the same block on both sides of a match. */
export interface Around {
  before: string;
  after: string;
}

/** What was expected, and whether writing just that is safe. */
export interface Mend {
  expected: string;
  isSafe: boolean;
}

/** Finds every match of some patterns in a page's own words. */
export function findPatterns(page: ParsedPage, patterns: readonly StylePattern[]): PageFinding[] {
  const source = page.document.text;
  const {everywhere, outsideTitles} = unquotedRuns(page);
  return patterns.flatMap((pattern) =>
    (pattern.passesInTitles ? outsideTitles : everywhere)
      // Nearly none holds a match, and to look for all of them costs far more than to look for one.
      .filter(({text}) => text.search(pattern.find) >= 0)
      .flatMap(({run, text}) => findIn(source, run, text, pattern)),
  );
}

/** Runs with quotations hidden: all of them, and those that are no titles. */
const unquotedRuns = oncePer((page: ParsedPage) => {
  const unquoted = (run: TextRun) => ({run, text: hideQuoted(run.text)});
  const front = frontMatterRuns(page).map(unquoted);
  const own = ownBlockRuns(page).filter(({block}) => block !== 'tableCell');
  return {everywhere: [...blockRuns(page).map(unquoted), ...front], outsideTitles: [...own.map(unquoted), ...front]};
});

function findIn(source: string, run: TextRun, text: string, {find, instead}: StylePattern): PageFinding[] {
  return [...text.matchAll(find)].flatMap((match) => {
    const [found] = match;
    const around = {before: text.slice(0, match.index), after: text.slice(match.index + found.length)};
    const mend = instead(match.groups ?? {}, found, around);
    if (!mend) return [];
    return [
      {
        ...placesOf(source, run, match.index, found.length),
        problem: `\`${found}\` is written, expected \`${mend.expected}\``,
        fix: `Write \`${mend.expected}\`.`,
        edit: mend.isSafe ? editOf(source, run, match.index, found.length, mend.expected) : undefined,
      },
    ];
  });
}
