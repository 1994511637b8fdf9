import path from 'node:path';
import type {LintResult} from 'markdownlint-cli2';
import {main} from 'markdownlint-cli2';
import type {Problem} from '../../src/content/problem.ts';
import type {SourceDocument} from '../../src/content/source-document.ts';
import {lowerFirst} from './lower-first.ts';

/** Structure of Markdown, by markdownlint-cli2 with `.markdownlint-cli2.jsonc` of the toolkit. */
export async function lintStructure(cwd: string, documents: readonly SourceDocument[]): Promise<Problem[]> {
  const byFile = new Map(documents.map((document) => [path.join(cwd, document.path), document]));
  const results: LintResult[] = [];
  await main({
    directory: cwd,
    argv: [],
    nonFileContents: Object.fromEntries([...byFile].map(([file, {text}]) => [file, text])),
    optionsOverride: {outputFormatters: [[(options) => void results.push(...options.results)]]},
  });
  return results.map((result) => toProblem(cwd, result));
}

function toProblem(cwd: string, result: LintResult): Problem {
  const id = result.ruleNames.at(-1) ?? 'unknown';
  const detail = result.errorDetail ?? result.errorContext;
  return {
    path: path.relative(cwd, path.resolve(cwd, result.fileName)).split(path.sep).join('/'),
    place: {line: result.lineNumber, column: result.errorRange?.[0] ?? 1},
    severity: 'error',
    ruleId: `markdownlint/${id}`,
    problem: `${lowerFirst(result.ruleDescription)}${detail ? ` (${detail})` : ''}`,
    fix: result.ruleInformation
      ? `Change the line as ${result.ruleInformation} shows.`
      : 'Change the line so that it follows the rule.',
  };
}
