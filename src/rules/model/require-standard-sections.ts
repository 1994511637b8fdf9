import {toString as wordsOf} from 'mdast-util-to-string';
import type {CheckContext} from '../../content/check-context.ts';
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {visit} from '../../content/markdown/visit.ts';
import {pageIdOf} from '../../content/pages/page-id.ts';
import {standardSections} from '../../content/pages/page-kinds.ts';
import type {Fault} from '../../content/problem.ts';
import {listWords, nearest} from '../../format/nearest.ts';
import {caseStudyExample} from '../examples/example-files.ts';
import {type PageFinding, type PageRule, spanOf} from '../rule.ts';

const study = (...headings: string[]) =>
  caseStudyExample('', headings.map((heading) => `${heading}\n\nWords.`).join('\n\n'));

const WHY = '## Why';
const DID = '## What they did';
const COST = '## What it cost';
const HAPPENED = '## What happened';
const LEARNED = '## What they learned';

export const requireStandardSections: PageRule = {
  id: 'require-standard-sections',
  group: 'model',
  summary: 'A case study or a guidance page has the standard sections for its kind, in order.',
  why: 'After one case study, readers know where to look in the next. A fixed section also shows when something, such as a cost, is not known.',
  good: [
    study(WHY, DID, COST, HAPPENED, LEARNED),
    study(WHY, DID, '### How they asked', '### Whom they asked', COST, HAPPENED, LEARNED),
    study('Why\n---', '## What _they_ did ##', COST, '```text\n## Why\n```', HAPPENED, LEARNED),
  ],
  bad: [
    study(WHY, DID, HAPPENED, LEARNED),
    study(WHY, '## What they do', COST, HAPPENED, LEARNED),
    study(WHY, COST, DID, HAPPENED, LEARNED),
    study(WHY, DID, COST, HAPPENED, LEARNED, '## Thanks'),
    study(WHY, DID, COST, HAPPENED, HAPPENED, LEARNED),
    study(WHY, DID, '### What it cost', HAPPENED, LEARNED),
  ],
  check: (page, context) => {
    const standard = standardOf(page, context);
    return standard.length > 0 ? checkSections(sectionsOf(page), standard) : [];
  },
};

function standardOf({kind, document}: ParsedPage, {config}: CheckContext): readonly string[] {
  const isHere = kind === 'case-study' || kind === 'page';
  return isHere ? standardSections(kind, pageIdOf(document.path), config) : [];
}

function sectionsOf({tree}: ParsedPage): Section[] {
  const sections: Section[] = [];
  visit(tree, 'heading', (heading) => {
    if (heading.depth === 2) sections.push({name: wordsOf(heading).trim(), ...spanOf(heading)});
  });
  return sections;
}

interface Section extends Pick<PageFinding, 'place' | 'end'> {
  name: string;
}

/** Checks that each standard section appears once, in order. */
function checkSections(sections: readonly Section[], standard: readonly string[]): PageFinding[] {
  const absent = standard.filter((name) => !sections.some((section) => section.name === name));
  const findings: PageFinding[] = [];
  const matched: Section[] = [];
  for (const section of sections) {
    const at = placeOf(section);
    const name = standard.includes(section.name) ? section.name : meant(section.name, absent);
    if (name === undefined) findings.push({...at, ...unknown(section.name, standard)});
    else if (matched.some((earlier) => earlier.name === name)) findings.push({...at, ...repeated(name)});
    else {
      matched.push({...section, name});
      if (name !== section.name) findings.push({...at, ...misspelt(section.name, name)});
    }
  }
  return [...findings, ...misplaced(matched, standard), ...missing(matched, standard)];
}

/** The section that a heading was meant to be: `What They Did`, `WHY`, `Why it was done`. */
function meant(written: string, absent: readonly string[]): string | undefined {
  const plain = written.toLowerCase();
  return (
    absent.find((name) => name.toLowerCase() === plain) ??
    nearest(written, absent) ??
    absent.find((name) => plain.startsWith(`${name.toLowerCase()} `))
  );
}

function placeOf({place, end}: Section): Pick<PageFinding, 'place' | 'end'> {
  return {place, end};
}

function unknown(name: string, standard: readonly string[]): Fault {
  return {
    problem: `this kind of page has no section \`${name}\`, expected ${listWords(standard)}`,
    fix: 'Move the text into one of these sections, under a `###` heading if you need one.',
  };
}

function repeated(name: string): Fault {
  return {problem: `section \`${name}\` appears twice, expected it once`, fix: 'Combine the two sections.'};
}

function misspelt(written: string, name: string): Fault {
  return {problem: `section is named \`${written}\`, expected \`${name}\``, fix: `Write \`## ${name}\`.`};
}

/** The fewest sections that must move: those outside the longest run in the right order. */
function misplaced(matched: readonly Section[], standard: readonly string[]): PageFinding[] {
  const ranks = matched.map(({name}) => standard.indexOf(name));
  const inOrder = longestRise(ranks);
  return matched.flatMap((section, index) => {
    const rank = ranks[index] ?? 0;
    if (inOrder.includes(rank)) return [];
    const before = standard.slice(0, rank).findLast((name) => matched.some((other) => other.name === name));
    const where = before === undefined ? 'at the top' : `after \`${before}\``;
    return {
      ...placeOf(section),
      problem: `section \`${section.name}\` is out of order, expected it ${where}`,
      fix: before === undefined ? 'Move it before the other sections.' : `Move it below \`## ${before}\`.`,
    };
  });
}

/** The longest increasing subsequence. */
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

function missing(matched: readonly Section[], standard: readonly string[]): PageFinding[] {
  return standard
    .filter((name) => !matched.some((section) => section.name === name))
    .map((name) => {
      const before = standard[standard.indexOf(name) - 1];
      return {
        problem: `section \`${name}\` is missing, expected all of ${listWords(standard).replace(' or ', ' and ')}`,
        fix: `Add \`## ${name}\` ${before === undefined ? 'before the other sections' : `after the section \`## ${before}\``}. If nothing is known, say so there.`,
      };
    });
}
