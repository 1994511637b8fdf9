import type {Html} from '../html.ts';
import {html} from '../html.ts';
import type {Segment} from './edit.ts';
import {groupSegments} from './group-segments.ts';

/** Words as HTML, what came and what went marked in words for those who see no colour. */
export function renderSegmentsHtml(segments: readonly Segment[]): Html {
  return html`${groupSegments(segments).map(toHtml)}`;
}

function toHtml({kind, text}: Segment, index: number, all: readonly Segment[]): Html {
  if (kind === 'same') return html`${index === 0 ? text.trimStart() : text}`;
  const isPaired = kind === 'added' && all[index - 1]?.kind === 'removed';
  const space = isPaired || (index > 0 && text.startsWith(' ')) ? ' ' : '';
  const open = html`<span class="visually-hidden">[${kind}: </span>`;
  const close = html`<span class="visually-hidden">]</span>`;
  const words = html`${open}${text.trim()}${close}`;
  return kind === 'removed' ? html`${space}<del>${words}</del>` : html`${space}<ins>${words}</ins>`;
}
