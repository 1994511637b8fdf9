import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {oncePer} from '../../content/memo.ts';
import type {PageFinding} from '../rule.ts';
import {blockRuns, editOf, frontMatterRuns, hideQuoted, ownBlockRuns, placesOf, type TextRun} from './text-runs.ts';

export interface StylePattern {
  find: RegExp;
  /** What to write instead of a match; `undefined` if the match is fine after all. */
  instead: (groups: Groups, match: string, around: Around) => Replacement | undefined;
  /** Whether it is allowed in links and emphasis, which may be titles, and in tables, which have little space. */
  passesInTitles?: boolean;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** The text of the same block on both sides of a match. */
export interface Around {
  before: string;
  after: string;
}

/** The text to write instead, and whether `--fix` may do so. */
export interface Replacement {
  expected: string;
  isSafe: boolean;
}

export function replaceWith(expected: string, isSafe = true): Replacement {
  return {expected, isSafe};
}

/** Finds every match of the patterns in a page, except in quotations. */
export function findPatterns(page: ParsedPage, patterns: readonly StylePattern[]): PageFinding[] {
  const source = page.document.text;
  const {everywhere, outsideTitles} = unquotedRuns(page);
  return patterns.flatMap((pattern) =>
    (pattern.passesInTitles ? outsideTitles : everywhere)
      // Few runs contain a match, and looking for the first is much cheaper than looking for all.
      .filter(({text}) => text.search(pattern.find) >= 0)
      .flatMap(({run, text}) => findIn(source, run, text, pattern)),
  );
}

/** Runs with their quotations hidden: all of them, and those outside titles and tables. */
const unquotedRuns = oncePer((page: ParsedPage) => {
  const unquoted = (run: TextRun) => ({run, text: hideQuoted(run.text)});
  const front = frontMatterRuns(page).map(unquoted);
  const untitled = ownBlockRuns(page).filter(({block}) => block !== 'tableCell');
  return {
    everywhere: [...blockRuns(page).map(unquoted), ...front],
    outsideTitles: [...untitled.map(unquoted), ...front],
  };
});

function findIn(source: string, run: TextRun, text: string, {find, instead}: StylePattern): PageFinding[] {
  return [...text.matchAll(find)].flatMap((match) => {
    const [written] = match;
    const around = {before: text.slice(0, match.index), after: text.slice(match.index + written.length)};
    const replacement = instead(match.groups ?? {}, written, around);
    if (!replacement) return [];
    return {
      ...placesOf(source, run, match.index, written.length),
      problem: `\`${written}\` does not follow the style guide, expected \`${replacement.expected}\``,
      fix: `Write \`${replacement.expected}\`.`,
      // Before a colon it is often a name, such as a heading of a log.
      edit:
        replacement.isSafe && !around.after.startsWith(':')
          ? editOf(source, run, match.index, written.length, replacement.expected)
          : undefined,
    };
  });
}
