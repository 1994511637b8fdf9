import type {Problem} from '../../content/problem.ts';
import {renderText} from '../../rules/report/render-text.ts';
import {renderCount} from '../../rules/report/sections.ts';

/** Docusaurus would print a thrown error with its stack; the report is all an author needs. */
export function exitOnErrors(problems: readonly Problem[], checked: number): void {
  if (!problems.some(({severity}) => severity === 'error')) return;
  process.stdout.write(`${renderText(problems)}\n${renderCount(problems, checked)}\n`);
  process.exit(1);
}
