import {withCode} from '../editor-page/html-parts.ts';
import type {Html} from '../html.ts';
import {html} from '../html.ts';
import type {Anchors} from './anchors.ts';
import {pageLink} from './page-links.ts';
import type {ReviewReport} from './review-report.ts';
import {errorsOf, idleNotes, isHindered, withoutNote} from './review-report.ts';
import {amount, asSentence, summarise, tellBase} from './summarise.ts';

/** What waits and what hinders publishing, before anything else. */
export function summaryHeader(report: ReviewReport, anchors: Anchors): Html {
  return html`<header>
<p class="kind">${report.toolkitTitle}: for editors, ${report.day}</p>
<h1>What waits to be published</h1>
<p class="lead">${asSentence(summarise(report))}</p>
<p>${withCode(tellBase(report.base))}</p>
${isHindered(report) && hindrances(report, anchors)}</header>
`;
}

function hindrances(report: ReviewReport, anchors: Anchors): Html {
  const errors = errorsOf(report).length;
  return html`<section class="hinders" aria-labelledby="hinders">
<h2 id="hinders">What hinders publishing</h2>
<ul>
${withoutNote(report).map(
  (page) => html`<li>No note tells readers of a change: ${pageLink(page, anchors)}.</li>
`,
)}${idleNotes(report).map(
  (
    note,
  ) => html`<li>A note names a page that has not changed: <a href="#${anchors.note(note)}"><code>${note.path}</code></a>.</li>
`,
)}${
  errors > 0 &&
  html`<li><a href="#problems">${asSentence(amount(errors, 'problem must be mended', 'problems must be mended')).slice(0, -1)}</a>.</li>
`
}</ul>
</section>
`;
}
