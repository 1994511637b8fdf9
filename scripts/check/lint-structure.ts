import path from 'node:path';
import type {LintResult} from 'markdownlint-cli2';
import {main} from 'markdownlint-cli2';
import {applyEdits} from '../../src/content/apply-edits.ts';
import type {Problem, TextEdit} from '../../src/content/problem.ts';
import {isSameMarkdown} from '../../src/content/same-markdown.ts';
import type {SourceDocument} from '../../src/content/source-document.ts';
import {lowerFirst} from './lower-first.ts';
import {STRUCTURE_MESSAGES} from './structure-messages.ts';

/** Rules whose own mend changes white space alone; whether that changes what something is depends on where it stands. */
const MAY_BE_SAFE = new Set(['MD009', 'MD010', 'MD012', 'MD019', 'MD022', 'MD027', 'MD030', 'MD031', 'MD032', 'MD047']);

/** The settings of the linter cannot be used; `problem` says which file is at fault. */
export class InvalidSettingsError extends Error {
  override name = 'InvalidSettingsError';
  problem: Problem;

  constructor(path: string, cause: unknown) {
    super(`${path} cannot be used`, {cause});
    this.problem = {
      path,
      ruleId: 'no-invalid-configuration',
      severity: 'error',
      problem: 'file cannot be used, expected the settings of markdownlint; the structure of pages was not checked',
      fix: 'Mend the file, or take back the change that broke it.',
    };
  }
}

/**
 * Structure of Markdown, by markdownlint-cli2 with `.markdownlint-cli2.jsonc` of the toolkit.
 *
 * @throws {InvalidSettingsError} where the settings cannot be used, and {RangeError} where a page nests too deeply.
 */
export async function lintStructure(cwd: string, documents: readonly SourceDocument[]): Promise<Problem[]> {
  if (documents.length === 0) return [];
  const byFile = new Map(documents.map((document) => [path.join(cwd, document.path), document]));
  const results: LintResult[][] = [];
  await main({
    directory: cwd,
    argv: [],
    nonFileContents: Object.fromEntries([...byFile].map(([file, document]) => [file, shortened(document)])),
    optionsOverride: {outputFormatters: [[(options) => void results.push(options.results)]]},
  }).catch((error: Error) => {
    const match = SETTINGS_RE.exec(error.message);
    if (!match) throw error;
    const [, file = path.join(cwd, SETTINGS_FILE)] = match;
    throw new InvalidSettingsError(path.relative(cwd, file), error);
  });
  const byDocument = Map.groupBy(results.flat(), ({fileName}) => {
    const document = byFile.get(path.resolve(cwd, fileName));
    if (!document) throw new Error(`markdownlint reports on a file it was not given: ${fileName}`);
    return document;
  });
  return [...byDocument].flatMap(([document, found]) => {
    const linesAbove = document.bodyOffset - SHORT_FRONT_MATTER.length;
    return withSafeEdits(
      document.text,
      found.map((result) => toProblem(document, result, linesAbove)),
    );
  });
}

/** Without the edits that would make something else of the words: a line of a list, of code or of a quotation. */
function withSafeEdits(text: string, problems: Problem[]): Problem[] {
  const edits = problems.flatMap(({edit}) => edit ?? []);
  if (edits.length === 0 || isSameMarkdown(text, applyEdits(text, edits))) return problems;
  return problems.map((problem) =>
    problem.edit && isSameMarkdown(text, applyEdits(text, [problem.edit])) ? problem : {...problem, edit: undefined},
  );
}

const SETTINGS_FILE = '.markdownlint-cli2.jsonc';

/** How markdownlint-cli2 begins to tell what is wrong with a file of settings, or with code that it names. */
const SETTINGS_RE = /^Unable to (?:use configuration file '([^'\n]+)'|import module)/;

/** All that the rules ask of front matter: that there is a title. */
const SHORT_FRONT_MATTER = ['---', 'title: Title', '---'];

/** A page under other front matter: on a long one, the linter takes as long as on the words. */
function shortened({body}: SourceDocument): string {
  return [...SHORT_FRONT_MATTER, body].join('\n');
}

function toProblem({path: file, text}: SourceDocument, result: LintResult, linesAbove: number): Problem {
  const id = result.ruleNames.at(-1) ?? 'unknown';
  const [column, length] = result.errorRange ?? [];
  const line = result.lineNumber + linesAbove;
  return {
    path: file,
    place: {line, column: column ?? 1},
    end: column && length ? {line, column: column + length} : undefined,
    severity: 'error',
    ruleId: `markdownlint/${id}`,
    ...messageOf(result),
    edit: toEdit(text, result, linesAbove),
  };
}

function messageOf({ruleNames, ruleDescription, ruleInformation, errorDetail, errorContext}: LintResult) {
  const known = STRUCTURE_MESSAGES[ruleNames[0] ?? ''];
  if (known) return {problem: known.problem, fix: known.fix};
  const detail = errorDetail ?? errorContext;
  return {
    problem: `${lowerFirst(ruleDescription)}${detail ? ` (${detail})` : ''}`,
    fix: ruleInformation
      ? `Change the line as ${ruleInformation} shows.`
      : 'Change the line so that it follows the rule.',
  };
}

let newest: {text: string; starts: number[]} | undefined;

/** Where each line begins; kept for the newest text, on which there may be thousands of findings. */
function lineStarts(text: string): number[] {
  if (newest?.text !== text) newest = {text, starts: [0, ...[...text.matchAll(/\n/g)].map(({index}) => index + 1)]};
  return newest.starts;
}

/** https://github.com/DavidAnson/markdownlint/blob/main/doc/CustomRules.md says what `fixInfo` holds. */
function toEdit(text: string, {fixInfo, lineNumber, ruleNames}: LintResult, linesAbove: number): TextEdit | undefined {
  if (!fixInfo || !ruleNames.some((name) => MAY_BE_SAFE.has(name))) return undefined;
  const starts = lineStarts(text);
  const line = (fixInfo.lineNumber ?? lineNumber) + linesAbove - 1;
  const lineStart = starts[line] ?? text.length;
  if (fixInfo.deleteCount === -1) return {start: lineStart, end: starts[line + 1] ?? text.length + 1, text: ''};
  const start = lineStart + (fixInfo.editColumn ?? 1) - 1;
  return {start, end: start + (fixInfo.deleteCount ?? 0), text: fixInfo.insertText ?? ''};
}
