import {CHANGE_WORDS} from '../change-words.ts';
import type {PageDiff} from '../diff/edit.ts';
import {renderDiffHtml} from '../diff/render-diff-html.ts';
import {bidi, section} from '../editor-page/html-parts.ts';
import type {Html} from '../html.ts';
import {html, trusted} from '../html.ts';
import type {Anchors} from './anchors.ts';
import {howMuch} from './how-much.ts';
import {pageLink} from './page-links.ts';
import type {ReviewedPage, ReviewReport, WaitingNote} from './review-report.ts';

/** Each page that changed, with the notes that tell of it beside what changed. */
export function pagesSection({pages, base}: ReviewReport, anchors: Anchors): Html {
  if (pages.length === 0) {
    const none =
      base.kind === 'nothing' ? 'There is nothing to compare with yet.' : 'Every page says what it said before.';
    return section('pages', 'Changed pages', 0, none);
  }
  return section(
    'pages',
    'Changed pages',
    pages.length,
    html`<p>Words <del>struck through</del> were taken out, and words <ins>underlined</ins> were put in.</p>
${pages.map((page) => changedPage(page, anchors))}`,
  );
}

const CHANGE_HEADINGS: Readonly<Partial<Record<PageDiff['kind'], string>>> = {
  added: 'What it says',
  removed: 'What it said',
};

function changedPage(page: ReviewedPage, anchors: Anchors): Html {
  return html`<article class="page" id="${anchors.page(page)}">
<h3>${bidi(page.title)}</h3>
<p class="file">${howMuch(page)} <bdi class="address">${page.address}</bdi></p>
<div class="beside">
<div class="change">
<h4>${CHANGE_HEADINGS[page.diff.kind] ?? 'What changed'}</h4>
${change(page, anchors)}
</div>
<div class="told">
<h4>What readers are told</h4>
${page.notes.length === 0 ? noNote() : page.notes.map((note) => told(note, anchors))}</div>
</div>
</article>
`;
}

function change(page: ReviewedPage, anchors: Anchors): Html {
  const {diff, movedTo} = page;
  const moved =
    movedTo &&
    html`<p>The page has moved; it is now ${pageLink(movedTo, anchors)}.</p>
`;
  const edits =
    diff.edits.length > 0 && trusted(renderDiffHtml(diff, {level: 5, prefix: `${anchors.page(page)}-change`}));
  const isWhole = diff.kind in CHANGE_HEADINGS;
  // Where a page came or went as a whole, marking every word would only make it hard to read.
  return html`${moved}${isWhole ? html`<div class="whole">${edits}</div>` : edits}`;
}

function noNote(): Html {
  return html`<p class="bad"><strong>Hinders:</strong> no note tells readers of this. Run <code>npm run new -- note</code>.</p>
`;
}

function told(waiting: WaitingNote, anchors: Anchors): Html {
  const {note} = waiting;
  const kind = note.significance === 'minor' ? 'Small correction' : CHANGE_WORDS[note.kind];
  return html`<p><a href="#${anchors.note(waiting)}">${kind}</a>: ${bidi(note.note)}</p>
`;
}
