import type {Problem} from '../../src/content/problem.ts';
import {renderText} from '../../src/content/report/render-text.ts';
import {count, renderCount} from '../../src/content/report/sections.ts';
import type {Io} from '../io.ts';

/** Prints what is wrong with the links of a site; gives the exit code. */
export function reportLinks(problems: readonly Problem[], pages: number, {stdout, stderr}: Io): number {
  if (problems.length > 0) stdout.write(`${renderText(problems)}\n`);
  const isClean = problems.length === 0;
  stderr.write(isClean ? `no broken links in ${count(pages, 'page')}\n` : `${renderCount(problems, pages)}\n`);
  return problems.some(({severity}) => severity === 'error') ? 1 : 0;
}
