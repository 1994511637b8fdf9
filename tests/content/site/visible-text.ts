import {readFileSync} from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import type {Page} from 'playwright-core';
import {type Answer, answerTo, quotationsIn} from '../../../src/features/proof/client/answers.ts';
import {readAs} from '../../../src/features/proof/client/passages.ts';
import {CATALOGUES} from '../../../src/language/catalogues.ts';
import {textsOf} from '../../../src/language/messages.ts';
import {readBuiltPages} from '../../engine/support/sites/built-page.ts';

/** Pages of the past, and those that show nothing of a page of today. */
const LEFT_OUT_RE =
  /^(?:updates|editions|toolkit\/20|toolkit\/document|quotations|search|saved|api|feedback|404)|\/sentences\//;

const BLOCKS =
  'p, li, h1, h2, h3, h4, h5, h6, dt, dd, figcaption, caption, summary, label, pre, tr, div, small, ul, dl, table';

/** What readers see in the main part of every live page, or of each nth, without furniture; each sentence once. */
export function visibleSentences(folder: string, nth = 1): string[] {
  const pages = readBuiltPages(folder).filter(({file}) => !LEFT_OUT_RE.test(file));
  const blocks = pages.flatMap(({$}, index) => {
    if (index % nth > 0) return [];
    $('nav, script, button, svg, select, [hidden], [aria-hidden="true"], .visually-hidden').remove();
    $(
      '.page-foot, .page-meta, .printed-as, .briefing-bar, .edition-menu, .chart-links, .figure-tools, .rated-table label, .reason, .count, :is(.chart, .figure-list) thead',
    ).remove();
    $('td, th').each((_, cell) => void $(cell).append('\t'));
    $('pre').each((_, code) => void $(code).text($(code).text().replaceAll('\n', '\n\n')));
    $(BLOCKS).not('td *, th *').prepend('\n\n').append('\n\n');
    return $('main').text().split('\n\n');
  });
  const sentences = [...new Set(blocks)].flatMap((block) =>
    // A phrase in quotation marks is a part of its sentence.
    quotationsIn(block, 'en-GB').filter((sentence) => !new RegExp(`["“‘']${RegExp.escape(sentence)}`).test(block)),
  );
  return [...new Set(sentences)].filter((sentence) => !FURNITURE.some((pattern) => pattern.test(sentence)));
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
  const answered = await page
    .locator('.quotations > li')
    .evaluateAll((items) =>
      items.map((item) => [
        item.querySelector('blockquote')?.textContent ?? '',
        item.querySelector('strong')?.className ?? '',
      ]),
    );
  // Of two that differ in case or by a full stop, one is answered.
  const keyOf = (quotation = '') => readAs(quotation).replace(/\.$/, '');
  const found = new Map(answered.map(([quotation, answer]) => [keyOf(quotation), answer]));
  return quotations.filter((quotation) => found.get(keyOf(quotation)) !== 'same');
}

/** Asks as the browser does, about a built site. */
export function askerOf(folder: string): (quotation: string) => Promise<Answer> {
  const cached = new Map<string, unknown>();
  const once = async <T>(address: string, read: (text: string) => T): Promise<T> => {
    const known = cached.get(address) ?? read(readFileSync(path.join(folder, address), 'utf8'));
    cached.set(address, known);
    return known as T;
  };
  return (quotation) =>
    answerTo(quotation, {
      passages: (part) => once(`quotations/passages-${part}.json`, JSON.parse),
      entries: (address) => once(`${address}index.html`, entriesIn),
    });
}

function entriesIn(html: string) {
  const $ = load(html);
  const sentences = $('.sentence');
  const day = $('.published-on time').text() || undefined;
  return (sentences.length > 0 ? sentences : $('h1, h2, p, li, dt, dd, td, th, a')).toArray().map((block) => {
    const {'data-since': since = day, 'data-until': until, 'data-step': step = '0', hidden} = block.attribs;
    const text = ($(block).find('bdi, del').first()[0] ? $(block).find('bdi, del').first() : $(block)).text();
    const isAlone = sentences.length === 0 || hidden !== undefined || until !== undefined;
    return {text, key: readAs(text), since, until, step: Number(step), isAlone};
  });
}

/** Texts of the catalogue, with any arguments and a count after them, and others that no page is the source of. */
const FURNITURE = [
  /^\P{L}*$/u,
  /^\d+ (?:case studies|sources?|figures on \d+ pages, .*)$/,
  /^(?:I am a [a-z ]+|Page .+|Figure What it counts Source|What was counted Number|\(student thesis\))$/,
  /^(?:What you use|The form on GitHub|A feed|Fill in the case study form|Ask the editors) /,
  /^(?:Go to its new address|No case study in this list is filed under|This page): /,
  /^\d+ \w+ \d{4}: /,
  ...textsOf(CATALOGUES.en).flatMap(([, text]) => {
    const words = text.replace(/<\/?\w+\/?>/g, '').replace(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '¤');
    return [words, ...quotationsIn(words, 'en-GB')]
      .filter((sentence) => /\p{L}{3}/u.test(sentence.replaceAll('¤', '')))
      .map((sentence) => new RegExp(`^${RegExp.escape(sentence).replaceAll('¤', '.+')}(?: \\d+[.]?)?$`, 'i'));
  }),
];
