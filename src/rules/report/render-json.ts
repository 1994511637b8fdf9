import {applyEdits} from '../../content/markdown/edit/apply-edits.ts';
import {maskPersonalData} from '../../content/privacy/mask-personal-data.ts';
import type {Place, Problem, TextEdit} from '../../content/problem.ts';
import {toVisible} from '../../format/text.ts';
import {compareProblems} from '../compare-problems.ts';
import {
  MAX_PROBLEMS,
  MAX_REPORT_BYTES,
  type Report,
  type ReportedChange,
  type ReportedProblem,
  TEXT_LIMITS,
} from './report-schema.ts';

/** Bytes reserved for the rest of the report. */
const ROOM_FOR_THE_REST = 1000;

interface Check {
  checked: number;
  changes?: readonly ReportedChange[];
  /** The text of a file, to show the lines before and after an edit. */
  textOf(path: string): string | undefined;
}

/** Builds a report for other programs. If it would be too large, the mildest problems and the last changes are left out. */
export function toReport(problems: readonly Problem[], {checked, changes = [], textOf}: Check): Report {
  const sorted = [...problems].sort(compareProblems);
  const merged = mergedEdits(sorted, textOf);
  const all = sorted.map((problem) => ({...toReported(problem), ...merged.get(problem)}));
  let room = MAX_REPORT_BYTES - ROOM_FOR_THE_REST;
  const fits = (item: object) => {
    room -= sizeOf(item);
    return room > 0;
  };
  const listed = all.slice(0, MAX_PROBLEMS).filter(fits);
  const shown = changes.map(toReportedChange).filter(fits);
  return {
    schema: 1,
    checked,
    problems: listed,
    ...(shown.length > 0 && {changes: shown}),
    ...(listed.length < all.length && {leftOut: all.length - listed.length}),
  };
}

/** The size of an item of an indented list, in bytes. */
function sizeOf(item: object): number {
  const lines = JSON.stringify(item, null, 2).split('\n');
  return new TextEncoder().encode(lines.join('\n')).length + lines.length * 4 + 2;
}

export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function toReported(problem: Problem): ReportedProblem {
  const {path, place, end, severity, ruleId, example, related} = problem;
  const at = (start: Place | undefined) => start && {line: start.line, column: start.column};
  return {
    path: toPath(path),
    ...at(place),
    ...(place && end && {endLine: end.line, endColumn: end.column}),
    severity,
    rule: ruleId,
    problem: toLine(problem.problem),
    fix: toLine(problem.fix),
    ...(problem.form !== undefined && {form: toLine(problem.form)}),
    ...(example && toVisible(example).length <= TEXT_LIMITS.block && {example: toVisible(example)}),
    ...(related && {related: {path: toPath(related.path), ...at(related.place)}}),
  };
}

function toReportedChange({path, title, notes, edits}: ReportedChange): ReportedChange {
  const toLines = (texts: readonly string[]) => texts.map((text) => toLine(maskPersonalData(text)));
  return {path: toPath(path), title: toLine(title), notes: toLines(notes), edits: toLines(edits)};
}

type Shown = Pick<ReportedProblem, 'before' | 'after'>;

/**
 * The lines before and after their edits. All edits of one line are shown with its first problem, because two versions
 * of one line would contradict each other.
 */
function mergedEdits(problems: readonly Problem[], textOf: Check['textOf']): ReadonlyMap<Problem, Shown> {
  const lineOf = ({path, edit}: Problem) => edit && `${path} ${textOf(path)?.lastIndexOf('\n', edit.start - 1)}`;
  return new Map(
    [...Map.groupBy(problems, lineOf).values()].flatMap((group): [Problem, Shown][] => {
      const [first] = group;
      const edits = group.flatMap(({edit}) => edit ?? []);
      const text = first && textOf(first.path);
      return !first || edits.length === 0 || text === undefined ? [] : [[first, showEdits(text, edits)]];
    }),
  );
}

/** The line before and after its edits; empty if it is too long to show. */
function showEdits(text: string, edits: readonly TextEdit[]): Shown {
  const start = text.lastIndexOf('\n', Math.min(...edits.map((edit) => edit.start)) - 1) + 1;
  const nextBreak = text.indexOf('\n', Math.max(...edits.map((edit) => Math.max(edit.start, edit.end))));
  const end = nextBreak === -1 ? text.length : nextBreak;
  const before = toVisible(maskPersonalData(text.slice(start, end)));
  const shifted = edits.map((edit) => ({...edit, start: edit.start - start, end: Math.min(edit.end, end) - start}));
  const after = toVisible(maskPersonalData(applyEdits(text.slice(start, end), shifted)));
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
