import {capitalise} from '../capitalise.ts';
import {CHANGE_WORDS} from '../change-words.ts';
import type {PageDiff} from '../diff/edit.ts';
import {measureDiff} from '../diff/measure-diff.ts';
import {renderDiffHtml} from '../diff/render-diff-html.ts';
import {formatRange} from '../format-date.ts';
import type {HistoryEntry} from '../history.ts';
import type {Html} from '../html.ts';
import {html, trusted} from '../html.ts';
import {toReadable} from './to-readable.ts';

/** One line of the facts above a difference; left out where there is nothing to say. */
export type FactLine = readonly [term: string, value: Html | string | undefined];

/** What must be known of a difference before it is read. */
export function facts(lines: readonly FactLine[]): Html {
  const told = lines.filter(([, value]) => value !== undefined);
  return html`<dl class="facts-list">${told.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
`;
}

/** A link within the site, or to it. */
export function link(href: string, words: Html | string, rel?: string): Html {
  return rel ? html`<a href="${href}" rel="${rel}">${words}</a>` : html`<a href="${href}">${words}</a>`;
}

/** When something was published; machines get a day only where there is one. */
export function publishedDate(published: HistoryEntry['published']): Html {
  const words = formatRange(published);
  return published.earliest === published.latest
    ? html`<time datetime="${published.latest}">${words}</time>`
    : html`${words}`;
}

/** Notes on a page, each with what kind of change it tells of. */
export function notes(entries: readonly Pick<HistoryEntry, 'kind' | 'significance' | 'note'>[]): Html | undefined {
  if (entries.length === 0) return undefined;
  return html`<ul>${entries.map(({kind, significance, note}) => {
    const word = significance === 'minor' ? 'Small correction' : CHANGE_WORDS[kind];
    return html`<li>${word}: <bdi>${note}</bdi></li>`;
  })}</ul>`;
}

const WHOLE: Readonly<Partial<Record<PageDiff['kind'], string>>> = {added: 'What it says', removed: 'What it said'};

/** The difference itself, with a word on how to read it. */
export function difference(diff: PageDiff): Html {
  if (diff.edits.length === 0) return html`<p>The words say the same as before.</p>\n`;
  const whole = WHOLE[diff.kind];
  const heading = whole ?? `What changed (${diff.edits.length})`;
  const key = html`<p>Words <del>struck through</del> were taken out, and words <ins>underlined</ins> were put in.</p>\n`;
  return html`<h2>${heading}</h2>
${!whole && key}<div class="${whole ? 'whole difference' : 'difference'}">
${trusted(renderDiffHtml({...diff, edits: diff.edits.map(toReadable)}))}</div>
`;
}

/** How much changed, as a sentence. */
export function measure(diff: PageDiff): string {
  return `${capitalise(measureDiff(diff))}.`;
}

/** The ways on from a difference; nothing where there is none. */
export function neighbours(label: string, ways: readonly (Html | undefined)[]): Html | undefined {
  const open = ways.filter((way) => way !== undefined);
  if (open.length === 0) return undefined;
  return html`<nav class="paginator" aria-label="${label}">${open}</nav>
`;
}
