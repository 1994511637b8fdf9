import {html, trusted} from '../html.ts';
import {anchorsOf} from './anchors.ts';
import {correctionsSection, linksSection, problemsSection, reviewsSection} from './html-lists.ts';
import {notesSection} from './html-notes.ts';
import {pagesSection} from './html-pages.ts';
import {summaryHeader} from './html-summary.ts';
import type {ReviewReport} from './review-report.ts';
import {corrections} from './review-report.ts';
import {REVIEW_STYLE} from './review-style.ts';

/** By this a later report knows that a file is one, and may be written over. */
export const REVIEW_MARK = '<meta name="generator" content="good-practice-toolkit review">';

// Nothing may run or be loaded, whatever the words of a page hold.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one page of HTML that needs no script and no other file. */
export function renderReviewHtml(report: ReviewReport): string {
  const anchors = anchorsOf(report);
  const contents = [
    ['notes', 'Notes that wait', report.notes.length],
    ['pages', 'Changed pages', report.pages.length],
    ['links', 'New links', report.links.length],
    ['problems', 'Problems', report.problems.length],
    ['reviews', 'Reviews', report.reviews.length],
    ['corrections', 'Corrections', corrections(report).length],
  ] as const;
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
${trusted(REVIEW_MARK)}
<title>What waits to be published - ${report.toolkitTitle}</title>
<style>${trusted(REVIEW_STYLE)}</style>
</head>
<body>
<main>
${summaryHeader(report, anchors)}<nav aria-label="Contents">
<ul>
${contents.map(
  ([id, title, items]) => html`<li><a href="#${id}">${title}</a> (${items})</li>
`,
)}</ul>
</nav>
${notesSection(report, anchors)}${pagesSection(report, anchors)}${linksSection(report, anchors)}${problemsSection(report)}${reviewsSection(report, anchors)}${correctionsSection(report, anchors)}</main>
<footer>
<p>Wording and layout are not judged here: <code>npm run check</code> does that.</p>
</footer>
</body>
</html>
`.html;
}
