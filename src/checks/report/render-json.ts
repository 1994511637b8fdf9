import {applyEdits} from '../../markdown/edit/apply-edits.ts';
import type {Problem} from '../../model/problem.ts';
import {maskPersonalData} from '../../privacy/mask-personal-data.ts';
import {compareProblems} from '../compare-problems.ts';
import {MAX_REPORT_BYTES, MOST_PROBLEMS, type Report, type ReportedProblem, TEXT_LIMITS} from './report-schema.ts';

/** Bytes reserved for the rest of the report. */
const ROOM_FOR_THE_REST = 1000;

/** The data that a report needs in addition to the problems. */
interface Check {
  /** How many files were checked. */
  checked: number;
  /** The text of a file, to show the lines before and after an edit. */
  textOf(path: string): string | undefined;
}

/** Builds a report for other programs. If it would be too large, the mildest problems are left out. */
export function toReport(problems: readonly Problem[], {checked, textOf}: Check): Report {
  const all = [...problems].sort(compareProblems).map((problem) => toReported(problem, textOf(problem.path)));
  let room = MAX_REPORT_BYTES - ROOM_FOR_THE_REST;
  const listed = all.slice(0, MOST_PROBLEMS).filter((problem) => {
    room -= sizeOf(problem);
    return room > 0;
  });
  return {
    schema: 1,
    checked,
    problems: listed,
    ...(listed.length < all.length && {leftOut: all.length - listed.length}),
  };
}

/** The size of a problem in the indented list, in bytes. */
function sizeOf(problem: ReportedProblem): number {
  const lines = JSON.stringify(problem, null, 2).split('\n');
  return new TextEncoder().encode(lines.join('\n')).length + lines.length * 4 + 2;
}

export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function toReported(problem: Problem, text: string | undefined): ReportedProblem {
  const {path, place, end, severity, ruleId, related, edit} = problem;
  return {
    path: toPath(path),
    ...(place && {line: place.line, column: place.column}),
    ...(place && end && {endLine: end.line, endColumn: end.column}),
    severity,
    rule: ruleId,
    problem: toLine(problem.problem),
    fix: toLine(problem.fix),
    ...(related && {
      related: {
        path: toPath(related.path),
        ...(related.place && {line: related.place.line, column: related.place.column}),
      },
    }),
    ...(edit && text !== undefined && showEdit(text, edit)),
  };
}

/** The lines before and after an edit; empty if they are too long to show. */
function showEdit(text: string, edit: NonNullable<Problem['edit']>): Pick<ReportedProblem, 'before' | 'after'> {
  const start = text.lastIndexOf('\n', edit.start - 1) + 1;
  const nextBreak = text.indexOf('\n', Math.max(edit.end, edit.start));
  const end = nextBreak === -1 ? text.length : nextBreak;
  const before = toVisible(maskPersonalData(text.slice(start, end)));
  const shifted = {...edit, start: edit.start - start, end: Math.min(edit.end, end) - start};
  const after = toVisible(maskPersonalData(applyEdits(text.slice(start, end), [shifted])));
  return Math.max(before.length, after.length) <= TEXT_LIMITS.block && before !== after ? {before, after} : {};
}

/** Makes a path valid for the schema, because one invalid path would make the whole report unreadable. */
function toPath(path: string): string {
  return toVisible(path)
    .replace(/[\\:\s]/g, '-')
    .slice(0, TEXT_LIMITS.path)
    .toWellFormed();
}

function toLine(text: string): string {
  const line = toVisible(text).replace(/\s+/g, ' ').trim();
  if (line === '') return 'no message';
  return line.length > TEXT_LIMITS.line ? `${line.slice(0, TEXT_LIMITS.line - 3).toWellFormed()}...` : line;
}

/** Spells out invisible characters and those that change the direction of text. */
function toVisible(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `[U+${hexOf(character)}]`);
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
