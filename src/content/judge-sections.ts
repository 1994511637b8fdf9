import {listWords, nearest} from './nearest.ts';
import type {PageFinding} from './rule.ts';

/** A part of a page under a heading of the second level, and where that heading stands. */
export interface Section extends Pick<PageFinding, 'place' | 'end'> {
  name: string;
}

/** What keeps the sections of a page from being those of its kind, each once, in order. */
export function judgeSections(found: readonly Section[], standard: readonly string[]): PageFinding[] {
  const absent = standard.filter((name) => !found.some((section) => section.name === name));
  const findings: PageFinding[] = [];
  const known: Section[] = [];
  for (const section of found) {
    const at = placeOf(section);
    const name = standard.includes(section.name) ? section.name : nearest(section.name, absent);
    if (name === undefined) findings.push({...at, ...unknown(section.name, standard)});
    else if (known.some((earlier) => earlier.name === name)) findings.push({...at, ...repeated(name)});
    else {
      known.push({...section, name});
      if (name !== section.name) findings.push({...at, ...misspelt(section.name, name)});
    }
  }
  return [...findings, ...misplaced(known, standard), ...missing(known, standard)];
}

function placeOf({place, end}: Section): Pick<PageFinding, 'place' | 'end'> {
  return {place, end};
}

function unknown(name: string, standard: readonly string[]): Pick<PageFinding, 'problem' | 'fix'> {
  return {
    problem: `section \`${name}\` is none of this kind of page, expected ${listWords(standard)}`,
    fix: 'Move its words into one of these sections, under a heading of the third level (`###`) if need be.',
  };
}

function repeated(name: string): Pick<PageFinding, 'problem' | 'fix'> {
  return {problem: `section \`${name}\` stands again, expected it once`, fix: 'Make one section of the two.'};
}

function misspelt(written: string, name: string): Pick<PageFinding, 'problem' | 'fix'> {
  return {problem: `section is called \`${written}\`, expected \`${name}\``, fix: `Write \`## ${name}\`.`};
}

/** Sections outside the longest run that is in order: the fewest that must move. */
function misplaced(known: readonly Section[], standard: readonly string[]): PageFinding[] {
  const ranks = known.map(({name}) => standard.indexOf(name));
  const inOrder = longestRise(ranks);
  return known.flatMap((section, index) => {
    const rank = ranks[index] ?? 0;
    if (inOrder.includes(rank)) return [];
    const before = standard.slice(0, rank).findLast((name) => known.some((other) => other.name === name));
    const where = before === undefined ? 'at the top' : `after \`${before}\``;
    return [
      {
        ...placeOf(section),
        problem: `section \`${section.name}\` is out of order, expected it ${where}`,
        fix: before === undefined ? 'Move it before the other sections.' : `Move it below \`## ${before}\`.`,
      },
    ];
  });
}

/** The longest subsequence that rises. */
function longestRise(numbers: readonly number[]): number[] {
  const endingAt: number[][] = [];
  for (const number of numbers) {
    const before = endingAt.filter((run) => (run.at(-1) ?? 0) < number);
    endingAt.push([...longest(before), number]);
  }
  return longest(endingAt);
}

function longest(runs: readonly number[][]): number[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
}

function missing(known: readonly Section[], standard: readonly string[]): PageFinding[] {
  return standard
    .filter((name) => !known.some((section) => section.name === name))
    .map((name) => {
      const before = standard[standard.indexOf(name) - 1];
      return {
        problem: `section \`${name}\` is missing, expected all of ${listWords(standard).replace(' or ', ' and ')}`,
        fix: `Add \`## ${name}\` ${before === undefined ? 'before the other sections' : `after \`## ${before}\``}; if nothing is known, say so there.`,
      };
    });
}
