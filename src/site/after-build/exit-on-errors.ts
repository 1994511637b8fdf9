import {renderText} from '../../checks/report/render-text.ts';
import {renderCount} from '../../checks/report/sections.ts';
import type {Problem} from '../../model/problem.ts';

/** Docusaurus would print a thrown error with its stack; the report is all an author needs. */
export function exitOnErrors(problems: readonly Problem[], checked: number): void {
  if (!problems.some(({severity}) => severity === 'error')) return;
  process.stdout.write(`${renderText(problems)}\n${renderCount(problems, checked)}\n`);
  process.exit(1);
}
