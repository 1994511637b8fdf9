import type {BlockContent, PhrasingContent} from 'mdast';
import {CHANGE_WORDS} from '../change-words.ts';
import {renderDiffMarkdown} from '../diff/render-diff-markdown.ts';
import type {Problem} from '../problem.ts';
import {code, listItem, paragraph, stringify, text, toPhrasing} from '../report/markdown-nodes.ts';
import {renderPlace, sectionsOf} from '../report/sections.ts';
import {howMuch} from './how-much.ts';
import type {AwaitedReview, NamedPage, NewLink, ReviewedPage, ReviewReport, WaitingNote} from './review-report.ts';
import {corrections} from './review-report.ts';
import {asSentence, summarise, tellBase, tellCorrected} from './summarise.ts';

/** GitHub shows a summary of at most 1 MiB, told in bytes; letters here may take three. */
const MOST_LETTERS = 300_000;

/** The report as Markdown, for the summary of a run. */
export function renderReviewMarkdown(report: ReviewReport): string {
  const sections: [title: string, blocks: readonly string[]][] = [
    ['Notes that wait', report.notes.map(noteItem)],
    ['Changed pages', report.pages.map(pageBlock)],
    ['New links', report.links.map(linkItem)],
    [
      'Problems',
      sectionsOf(report.problems).flatMap(({title, problems}) => [`#### ${title}`, ...problems.map(problemItem)]),
    ],
    ['Reviews', report.reviews.map(reviewItem)],
    ['Corrections', corrections(report).map(correctionItem)],
  ];
  const parts = [
    '## What waits to be published',
    asSentence(summarise(report)),
    block(toPhrasing(tellBase(report.base))),
  ];
  let room = MOST_LETTERS;
  for (const [title, blocks] of sections) {
    if (blocks.length > 0) parts.push(`### ${title}`);
    for (const text of blocks) {
      room -= text.length;
      if (room >= 0) parts.push(text);
    }
  }
  if (room < 0) parts.push('The rest is left out here: `npm run review` writes all of it into one file.');
  return `${parts.join('\n\n')}\n`;
}

function noteItem({note, pages, path, unchanged, isEarlier}: WaitingNote): string {
  const kind = note.significance === 'minor' ? 'Small correction' : CHANGE_WORDS[note.kind];
  const answers = [
    ['Why', note.why],
    ['Who is affected', note.who_is_affected],
    ['What to do', note.what_to_do],
    ['Answers feedback', note.answers?.join(', ')],
  ] as const;
  return item([
    paragraph([strong(`${kind}:`), text(' '), ...toPhrasing(note.note)]),
    paragraph([text(pages.length === 1 ? 'Page: ' : 'Pages: '), ...titles(pages)]),
    ...answers.flatMap(([question, answer]) =>
      answer === undefined ? [] : [paragraph([text(`${question}: `), ...toPhrasing(answer)])],
    ),
    ...(unchanged.length > 0
      ? [paragraph([strong('Hinders:'), text(' says what it said before: '), ...titles(unchanged)])]
      : []),
    paragraph([text(isEarlier ? 'It waited before this work began. ' : ''), code(path)]),
  ]);
}

function pageBlock(page: ReviewedPage): string {
  const {diff, notes, movedTo} = page;
  const moved = movedTo ? toPhrasing(` It is now ${movedTo.title}.`) : [];
  const told =
    notes.length === 0
      ? [block([strong('Hinders:'), text(' no note tells readers of this.')])]
      : notes.map(({note}) => block([text('Readers are told: '), ...toPhrasing(note.note)]));
  return [
    stringify([{type: 'heading', depth: 4, children: toPhrasing(page.title)}]),
    block([...toPhrasing(howMuch(page)), ...moved]),
    ...told,
    ...(diff.edits.length > 0 ? [renderDiffMarkdown(diff).trimEnd()] : []),
  ].join('\n\n');
}

function linkItem({page, url, words}: NewLink): string {
  const said = words === '' ? [text('no words')] : toPhrasing(words);
  return item([paragraph([...said, text(', leads to '), code(url), text(', on '), ...toPhrasing(page.title)])]);
}

function problemItem({path, place, problem, fix, ruleId}: Problem): string {
  return item([
    paragraph([code(renderPlace(path, place)), text(': '), ...toPhrasing(problem)]),
    paragraph([...toPhrasing(fix), text(' ('), code(ruleId), text(')')]),
  ]);
}

function reviewItem({title, due, overdue, lapsed}: AwaitedReview): string {
  const why = lapsed === undefined ? [] : toPhrasing(`; the last check no longer holds: ${lapsed}`);
  return item([paragraph([...toPhrasing(title), text(`: ${overdue ? 'overdue since' : 'due on'} ${due}`), ...why])]);
}

function correctionItem(waiting: WaitingNote): string {
  return item([
    paragraph(toPhrasing(waiting.note.note)),
    ...tellCorrected(waiting).map((sentence) => paragraph(toPhrasing(sentence))),
    ...(waiting.corrects?.told ?? []).map(
      (words): BlockContent => ({type: 'blockquote', children: [paragraph(toPhrasing(words))]}),
    ),
  ]);
}

function titles(pages: readonly NamedPage[]): PhrasingContent[] {
  return pages.flatMap(({title}, index) => [...(index > 0 ? [text(', ')] : []), ...toPhrasing(title)]);
}

function strong(words: string): PhrasingContent {
  return {type: 'strong', children: [text(words)]};
}

function block(words: PhrasingContent[]): string {
  return stringify([paragraph(words)]);
}

function item(blocks: BlockContent[]): string {
  return stringify([{type: 'list', ordered: false, spread: false, children: [listItem(blocks)]}]);
}
