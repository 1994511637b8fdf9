import remarkLint from 'remark-lint';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import {VFile} from 'vfile';
import {markdownParser} from '../../src/content/parse-markdown.ts';
import type {Problem} from '../../src/content/problem.ts';
import type {SourceDocument} from '../../src/content/source-document.ts';
import {lowerFirst} from './lower-first.ts';

const linter = markdownParser().use(remarkLint).use(remarkPresetLintRecommended);

/** Mistakes in Markdown, by remark-lint's recommended preset. */
export async function lintProse(documents: readonly SourceDocument[]): Promise<Problem[]> {
  const problems = await Promise.all(documents.map(lintDocument));
  return problems.flat();
}

async function lintDocument({path, text}: SourceDocument): Promise<Problem[]> {
  const file = new VFile({path, value: text});
  await linter.run(linter.parse(file), file);
  return file.messages.map((message) => ({
    path,
    place: message.line && message.column ? {line: message.line, column: message.column} : undefined,
    severity: 'error',
    ruleId: `remark-lint/${message.ruleId}`,
    problem: lowerFirst(message.reason),
    fix: message.url ? `Change the line as ${message.url} shows.` : 'Change the line so that it follows the rule.',
  }));
}
