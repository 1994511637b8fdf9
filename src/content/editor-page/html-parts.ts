import type {Html} from '../html.ts';
import {html} from '../html.ts';

/** A section with its heading and how many things it tells of; words stand where there are none. */
export function section(id: string, title: string, items: number | string, content: Html | string): Html {
  const heading = html`<h2 id="${id}">${title} <span class="count">(${items})</span></h2>`;
  const body = typeof content === 'string' ? html`<p class="none">${content}</p>` : content;
  return html`<section aria-labelledby="${id}">
${heading}
${body}
</section>
`;
}

/** A message whose words in backticks are code. */
export function withCode(message: string): Html[] {
  return message
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

/** Words of an author, whose direction must not spread to ours. */
export function bidi(words: string): Html {
  return html`<bdi>${words}</bdi>`;
}

/** An address to look at: only what a browser opens safely can be followed. */
export function address(url: string): Html {
  const isWeb = /^https?:\/\//i.test(url) && URL.canParse(url);
  const words = html`<bdi class="address">${url}</bdi>`;
  return isWeb ? html`<a href="${new URL(url).href}" rel="noreferrer">${words}</a>` : words;
}
