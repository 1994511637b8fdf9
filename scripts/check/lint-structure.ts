import path from 'node:path';
import type {LintResult} from 'markdownlint-cli2';
import {main} from 'markdownlint-cli2';
import type {Problem, TextEdit} from '../../src/content/problem.ts';
import type {SourceDocument} from '../../src/content/source-document.ts';
import {lowerFirst} from './lower-first.ts';
import {STRUCTURE_MESSAGES} from './structure-messages.ts';

/** Rules whose own mend changes white space alone: never a word, never what a list or a heading is. */
const SAFE_TO_MEND = new Set([
  'MD009',
  'MD010',
  'MD012',
  'MD018',
  'MD019',
  'MD022',
  'MD027',
  'MD030',
  'MD031',
  'MD032',
  'MD047',
]);

/** Structure of Markdown, by markdownlint-cli2 with `.markdownlint-cli2.jsonc` of the toolkit. */
export async function lintStructure(cwd: string, documents: readonly SourceDocument[]): Promise<Problem[]> {
  if (documents.length === 0) return [];
  const byFile = new Map(documents.map((document) => [path.join(cwd, document.path), document]));
  const results: LintResult[] = [];
  await main({
    directory: cwd,
    argv: [],
    nonFileContents: Object.fromEntries([...byFile].map(([file, document]) => [file, shortened(document)])),
    optionsOverride: {outputFormatters: [[(options) => void results.push(...options.results)]]},
  });
  return results.map((result) => {
    const document = byFile.get(path.resolve(cwd, result.fileName));
    if (!document) throw new Error(`markdownlint reports on a file it was not given: ${result.fileName}`);
    return toProblem(document, result, document.bodyOffset - SHORT_FRONT_MATTER.length);
  });
}

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
  if (known) return known;
  const detail = errorDetail ?? errorContext;
  return {
    problem: `${lowerFirst(ruleDescription)}${detail ? ` (${detail})` : ''}`,
    fix: ruleInformation
      ? `Change the line as ${ruleInformation} shows.`
      : 'Change the line so that it follows the rule.',
  };
}

/** https://github.com/DavidAnson/markdownlint/blob/main/doc/CustomRules.md says what `fixInfo` holds. */
function toEdit(text: string, {fixInfo, lineNumber, ruleNames}: LintResult, linesAbove: number): TextEdit | undefined {
  if (!fixInfo || !ruleNames.some((name) => SAFE_TO_MEND.has(name))) return undefined;
  const lines = text.split('\n');
  const line = (fixInfo.lineNumber ?? lineNumber) + linesAbove - 1;
  const lineStart = lines.slice(0, line).reduce((sum, {length}) => sum + length + 1, 0);
  if (fixInfo.deleteCount === -1) return {start: lineStart, end: lineStart + (lines[line]?.length ?? 0) + 1, text: ''};
  const start = lineStart + (fixInfo.editColumn ?? 1) - 1;
  return {start, end: start + (fixInfo.deleteCount ?? 0), text: fixInfo.insertText ?? ''};
}
