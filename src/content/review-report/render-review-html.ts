import {renderEditorPage} from '../editor-page/render-editor-page.ts';
import {html} from '../html.ts';
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
  return renderEditorPage({
    title: `What waits to be published - ${report.toolkitTitle}`,
    mark: REVIEW_MARK,
    style: REVIEW_STYLE,
    main: html`${summaryHeader(report, anchors)}<nav aria-label="Contents">
<ul>
${contents.map(
  ([id, title, items]) => html`<li><a href="#${id}">${title}</a> (${items})</li>
`,
)}</ul>
</nav>
${notesSection(report, anchors)}${pagesSection(report, anchors)}${linksSection(report, anchors)}${problemsSection(report)}${reviewsSection(report, anchors)}${correctionsSection(report, anchors)}`,
    footer: html`<p>Wording and layout are not judged here: <code>npm run check</code> does that.</p>`,
  });
}
