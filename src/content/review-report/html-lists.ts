import {address, bidi, section, withCode} from '../editor-page/html-parts.ts';
import type {Html} from '../html.ts';
import {html} from '../html.ts';
import type {Problem} from '../problem.ts';
import {sectionsOf} from '../report/sections.ts';
import type {Anchors} from './anchors.ts';
import {pageLink} from './page-links.ts';
import type {ReviewReport, WaitingNote} from './review-report.ts';
import {corrections} from './review-report.ts';
import {tellCorrected} from './summarise.ts';

export function linksSection({links}: ReviewReport, anchors: Anchors): Html {
  if (links.length === 0) return section('links', 'New links', 0, 'No changed page has a new link.');
  return section(
    'links',
    'New links',
    links.length,
    html`<p>Open each once: it must lead where its words say.</p>
<table>
<thead><tr><th scope="col">Words</th><th scope="col">Address</th><th scope="col">Page</th></tr></thead>
<tbody>
${links.map(
  ({
    page,
    url,
    words,
  }) => html`<tr><td>${words === '' ? 'no words' : bidi(words)}</td><td>${address(url)}</td><td>${pageLink(page, anchors)}</td></tr>
`,
)}</tbody>
</table>`,
  );
}

export function problemsSection({problems}: ReviewReport): Html {
  if (problems.length === 0)
    return section('problems', 'Problems', 0, 'The check of files, addresses and safety found none.');
  return section(
    'problems',
    'Problems',
    problems.length,
    html`${sectionsOf(problems).map(
      ({title, problems: found}) => html`<h3>${title} (${found.length})</h3>
<ul>
${found.map(problemItem)}</ul>
`,
    )}`,
  );
}

function problemItem({path, place, problem, fix}: Problem): Html {
  return html`<li><p><code>${path}</code>${place && `, line ${place.line}`}: ${withCode(problem)}.</p>
<p class="fix">${withCode(fix)}</p></li>
`;
}

export function reviewsSection({reviews}: ReviewReport, anchors: Anchors): Html {
  if (reviews.length === 0)
    return section('reviews', 'Reviews', 0, 'None is overdue, and none falls due within a month.');
  return section(
    'reviews',
    'Reviews',
    reviews.length,
    html`<p>Somebody must read these pages against their sources, and put that on record with <code>npm run attest</code>. This does not hinder publishing.</p>
<table>
<thead><tr><th scope="col">Page</th><th scope="col">Due</th></tr></thead>
<tbody>
${reviews.map(
  (
    page,
  ) => html`<tr><td>${pageLink(page, anchors)}</td><td>${page.overdue && html`<strong>Overdue:</strong> `}${page.due}${page.lapsed && html`; the last check no longer holds: ${page.lapsed}`}</td></tr>
`,
)}</tbody>
</table>`,
  );
}

export function correctionsSection(report: ReviewReport, anchors: Anchors): Html {
  const waiting = corrections(report);
  if (waiting.length === 0) return section('corrections', 'Corrections', 0, 'No correction waits.');
  return section(
    'corrections',
    'Corrections',
    waiting.length,
    html`${waiting.map((note) => correction(note, anchors))}`,
  );
}

function correction(waiting: WaitingNote, anchors: Anchors): Html {
  return html`<article class="note">
<h3><a href="#${anchors.note(waiting)}">${bidi(waiting.note.note)}</a></h3>
${tellCorrected(waiting).map(
  (sentence) => html`<p>${withCode(sentence)}</p>
`,
)}${waiting.corrects?.told.map(
  (words) => html`<blockquote><p>${bidi(words)}</p></blockquote>
`,
)}</article>
`;
}
