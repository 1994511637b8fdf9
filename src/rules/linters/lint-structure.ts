import {type LintError, lint} from 'markdownlint-cli2/markdownlint/promise';
import type {Root} from 'mdast';
import {applyEdits} from '../../content/markdown/edit/apply-edits.ts';
import {parseMarkdown} from '../../content/markdown/parse-markdown.ts';
import {once} from '../../content/memo.ts';
import type {Problem, TextEdit} from '../../content/problem.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import {STRUCTURE_RULES, STRUCTURE_SETTINGS} from '../structure-rules.ts';

/** Rules with a fix that changes only how Markdown is written, which is checked for changes of meaning. */
const MAY_BE_SAFE = new Set(
  Object.entries(STRUCTURE_RULES).flatMap(([number, {is_formatting}]) => (is_formatting ? number : [])),
);

/** Rules whose fixes make sense only together: a list with two kinds of markers is two lists. */
const TOGETHER = /ul-style|list-indent|ul-indent/;

/**
 * Checks the structure of Markdown with markdownlint. It gets only the text of the page, so it reads no files.
 *
 * @throws {RangeError} if a page nests too deeply.
 */
export async function lintStructure(document: SourceDocument): Promise<Problem[]> {
  // The linter is slow on long front matter.
  const text = [...SHORT_FRONT_MATTER, document.body].join('\n');
  const lines = text.split('\n');
  const results = await lint({config: STRUCTURE_SETTINGS, strings: {[document.path]: text}});
  const linesAbove = document.bodyOffset - SHORT_FRONT_MATTER.length;
  const found = (results[document.path] ?? []).filter(
    ({ruleNames: [rule = ''], lineNumber}) =>
      ![lines[lineNumber - 2], lines[lineNumber]].some((line = '') => BOX_EDGES[rule]?.test(line)),
  );
  const lineStarts = once(() => [0, ...[...document.text.matchAll(/\n/g)].map(({index}) => index + 1)]);
  return withSafeEdits(
    document.text,
    found.map((error) => ({
      ...toProblem(document, error, linesAbove),
      edit: toEdit(document, error, linesAbove, lineStarts),
    })),
  );
}

/** The lines of boxes next to which a rule is mistaken: they end a list, and begin a quotation of their own. */
const BOX_EDGES: Readonly<Record<string, RegExp>> = {MD032: /^ *:::/, MD028: /^ *> *\[!/};

/** How many characters of trees are compared to find edits that would change the meaning; what is not settled then gets no edit. */
const MOST_COMPARED = 500_000;

/** Removes edits that would change the meaning, for example in a list, code or a quotation. Halves that would not are kept whole. */
function withSafeEdits(text: string, problems: Problem[]): Problem[] {
  const shape = once(() => shapeOf(parseMarkdown(text)));
  let tries = 0;
  const unsafeIn = (tried: readonly Problem[][]): readonly Problem[] => {
    const edits = tried.flat().flatMap(({edit}) => edit ?? []);
    tries += 1;
    if (edits.length === 0) return [];
    // The edits of a large tree are not compared at all.
    if (tries * shape().length > MOST_COMPARED) return tried.flat();
    if (shapeOf(parseMarkdown(applyEdits(text, edits))) === shape()) return [];
    const middle = Math.ceil(tried.length / 2);
    return tried.length === 1 ? tried.flat() : [...unsafeIn(tried.slice(0, middle)), ...unsafeIn(tried.slice(middle))];
  };
  const [lists, others] = [true, false].map((isTogether) =>
    problems.filter(({edit, ruleId}) => edit && TOGETHER.test(ruleId) === isTogether),
  );
  const unsafe = new Set(unsafeIn([...(lists?.length ? [lists] : []), ...(others ?? []).map((problem) => [problem])]));
  return problems.map((problem) => (unsafe.has(problem) ? {...problem, edit: undefined} : problem));
}

/** The least front matter that the rules accept: a title. */
const SHORT_FRONT_MATTER = ['---', 'title: Title', '---'];

function toProblem({path: file}: SourceDocument, result: LintError, linesAbove: number): Problem {
  const id = result.ruleNames.at(-1) ?? 'unknown';
  const [column, length] = result.errorRange ?? [];
  const line = result.lineNumber + linesAbove;
  const {
    problem,
    fix,
    severity = 'error',
  } = STRUCTURE_RULES[result.ruleNames[0] ?? ''] ?? {
    problem: result.ruleDescription,
    fix: 'Change the line.',
    severity: undefined,
  };
  return {
    path: file,
    place: {line, column: column ?? 1},
    end: column && length ? {line, column: column + length} : undefined,
    severity,
    ruleId: `markdownlint/${id}`,
    problem,
    fix,
  };
}

/** See https://github.com/DavidAnson/markdownlint/blob/main/doc/CustomRules.md for `fixInfo`. */
function toEdit(
  {text}: SourceDocument,
  {fixInfo, lineNumber, ruleNames}: LintError,
  linesAbove: number,
  lineStarts: () => readonly number[],
): TextEdit | undefined {
  if (ruleNames.includes('MD003')) return underlinedHeading(text, lineNumber + linesAbove - 1, lineStarts());
  if (!fixInfo || !ruleNames.some((name) => MAY_BE_SAFE.has(name))) return undefined;
  const starts = lineStarts();
  const line = (fixInfo.lineNumber ?? lineNumber) + linesAbove - 1;
  const lineStart = starts[line] ?? text.length;
  // Tabs and spaces would mix.
  if (TOGETHER.test(ruleNames.at(-1) ?? '') && /^ *\t/.test(text.slice(lineStart))) return undefined;
  if (fixInfo.deleteCount === -1) return {start: lineStart, end: starts[line + 1] ?? text.length + 1, text: ''};
  const start = lineStart + (fixInfo.editColumn ?? 1) - 1;
  return {start, end: start + (fixInfo.deleteCount ?? 0), text: fixInfo.insertText ?? ''};
}

/** The edit that writes a heading of one line with `#`. */
function underlinedHeading(text: string, line: number, starts: readonly number[]): TextEdit | undefined {
  const [start, end] = [starts[line], starts[line + 2] ?? text.length];
  const [heading = '', underline = '', rest] = text.slice(start, end).split('\n');
  if (start === undefined || !/^ *(=+|-+)\s*$/.test(underline)) return undefined;
  const marker = underline.includes('=') ? '#' : '##';
  return {start, end, text: `${marker} ${heading.trim()}${rest === undefined ? '' : '\n'}`};
}

/** Every node with its text, without positions, the spacing of lists and invisible white space. */
function shapeOf(tree: Root): string {
  return JSON.stringify(tree, function (this: {type?: unknown}, key: string, value: unknown) {
    if (key === 'position' || key === 'spread') return undefined;
    return key === 'value' && this.type === 'text' ? String(value).replace(/\s+/g, ' ').trimEnd() : value;
  });
}
