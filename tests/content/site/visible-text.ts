import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Page} from 'playwright-core';
import {type Answer, answerTo, quotationsIn, sourcesFrom} from '../../../src/features/proof/client/answers.ts';
import {readBuiltPages} from '../../engine/support/sites/built-page.ts';

/** Pages of the past, those that a script fills in, and the whole document, which has the text of the others. */
const LEFT_OUT_RE = /^(?:updates\/20|editions\/20|toolkit\/20|toolkit\/document|quotations|search|404)|\/sentences\//;

const BLOCKS =
  'p, li, h1, h2, h3, h4, h5, h6, dt, dd, figcaption, caption, summary, label, pre, tr, div, small, ul, dl, table';

/** What readers see in every live page, or in each nth, but its menu, its foot and buttons; each sentence once. */
export function visibleSentences(folder: string, nth = 1): string[] {
  const pages = readBuiltPages(folder).filter(({file, isRedirect}) => !isRedirect && !LEFT_OUT_RE.test(file));
  const blocks = pages.flatMap(({$}, index) => {
    if (index % nth > 0) return [];
    $('nav, noscript, script, button, svg, select, [hidden], main .page-foot').remove();
    $('br').replaceWith('\n\n');
    $('td, th').each((_, cell) => void $(cell).append('\t'));
    $('pre').each((_, code) => void $(code).text($(code).text().replaceAll('\n', '\n\n')));
    $(BLOCKS).not('td *, th *').prepend('\n\n').append('\n\n');
    return $('main, .site-footer').text().split('\n\n');
  });
  const sentences = [...new Set(blocks)].flatMap((block) =>
    // A phrase in quotation marks is a part of its sentence.
    quotationsIn(block).filter((sentence) => !new RegExp(`["“‘']${RegExp.escape(sentence)}`).test(block)),
  );
  return [...new Set(sentences)].filter((sentence) => !FURNITURE_RE.test(sentence));
}

/** So many of them, evenly spread. */
export function drawn(sentences: readonly string[], count: number): string[] {
  const step = Math.max(1, Math.floor(sentences.length / count));
  return sentences.filter((_, index) => index % step === 0).slice(0, count);
}

/** The quotations that the page does not say yes to. */
export async function denied(page: Page, quotations: readonly string[]): Promise<string[]> {
  await page.locator('#quotation').fill(quotations.join('\n\n'));
  await page.locator('[data-quotations] button').click();
  await page.locator('.quotations > li').first().waitFor();
  const others = await page.locator('.quotations > li:not(:has(.same, .note)) > blockquote').allTextContents();
  // Phrases in quotation marks are asked about too.
  return others.filter((quotation) => quotations.includes(quotation));
}

/** Asks as the browser does, about a built site. */
export function askerOf(folder: string): (quotation: string) => Promise<Answer> {
  const read = async (at: string) => readFileSync(path.join(folder, at.replace(/\/$/, '/index.html')), 'utf8');
  const sources = sourcesFrom(read, '/quotations/passages-*.json');
  return (quotation) => answerTo(quotation, sources);
}

/** Figures, labels of one word, and names of changed pages, which are on many pages. */
const FURNITURE_RE = /^(?:[^\p{L}]*(?:[\p{L}-]+[^\p{L}]*)?|Changed \p{L}+[ \p{L}-]+)$/u;
