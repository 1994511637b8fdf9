import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type * as Axe from 'axe-core';
import type {Page} from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A problem of a page, and the selector of one element that has it. */
export interface Violation {
  problem: string;
  place: string;
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules of axe whose result depends on the colours of a page. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on an open page as it is now, and body text with less contrast than AAA asks.
 *
 * @param rules the rules of axe, or the groups of them, that count
 */
export async function findViolations(page: Page, rules: readonly string[] = STANDARDS): Promise<Violation[]> {
  // Chromium runs what the driver evaluates whatever the page's policy says.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    async (runOnly) => {
      const {axe} = globalThis as unknown as {axe: typeof Axe};
      const {violations} = await axe.run(document, {runOnly});
      if (!document.querySelector('.prose')) return violations;
      // Links may have less, so that a publisher can use their own colour: see `PAIRS` in `src/content/theme.ts`.
      const body = await axe.run({include: '.prose, .lead', exclude: 'a'}, {runOnly: ['color-contrast-enhanced']});
      return [...violations, ...body.violations];
    },
    [...rules],
  );
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary, any}) => {
      const {fgColor, bgColor, contrastRatio, expectedContrastRatio} = any[0]?.data ?? {};
      const problem = contrastRatio
        ? `text in ${fgColor} on ${bgColor} has a contrast of ${contrastRatio}:1, expected at least ${expectedContrastRatio}`
        : (failureSummary ?? '').replace(/\s*\n\s*/g, ' ');
      return {problem: `${id}: ${problem}`, place: target.join(' ')};
    }),
  );
}
