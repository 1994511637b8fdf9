import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: {target: string[]; failureSummary: string}[];
}

interface Axe {
  run(context: Document | string, options: {runOnly: string[]}): Promise<{violations: Violation[]}>;
}

/** What axe finds on an open page as it is now, and body text with less contrast than AAA asks; one line each. */
export async function findViolations(page: Page): Promise<string[]> {
  // Chromium runs what the driver evaluates whatever the page's policy says.
  await page.evaluate(AXE);
  const violations: Violation[] = await page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: Axe};
    const {violations} = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    if (!document.querySelector('.prose')) return violations;
    const body = await axe.run('.prose, .lead', {runOnly: ['color-contrast-enhanced']});
    return [...violations, ...body.violations];
  });
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id} ${target}: ${failureSummary}`),
  );
}
