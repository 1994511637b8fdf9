import type {BlockContent, PhrasingContent, Table} from 'mdast';
import {measureDiff} from '../../changes/diff/measure-diff.ts';
import {diffList} from '../../changes/diff/render/render-diff-markdown.ts';
import {renderPlace} from '../../content/problem.ts';
import {commandLine} from '../../format/command-line.ts';
import {
  code,
  heading,
  list,
  listItem,
  paragraph,
  sentences,
  stringify,
  strong,
  table,
  text,
  toPhrasing,
} from '../../format/markdown-nodes.ts';
import {ENGLISH} from '../../language/text.ts';
import {compareProblems} from '../../rules/compare-problems.ts';
import {problemItem} from '../../rules/report/render-markdown.ts';
import {groupBySeverity} from '../../rules/report/sections.ts';
import type {ReviewSection} from '../../site/feature-hooks.ts';
import {
  asSentence,
  blockers,
  type NamedPage,
  type ReviewBase,
  type ReviewedPage,
  type ReviewReport,
  summarise,
  unusedNotes,
  type WaitingNote,
  withoutCover,
  withoutNote,
} from './review-report.ts';

/** What waits for editors as Markdown: what stops publishing, what is due, and each change with its notes. */
export function renderReview(report: ReviewReport, waiting: readonly ReviewSection[]): string {
  const {today, base, notes, pages, problems} = report;
  const stops = [
    ...withoutNote(report).map((page) => [text('No note describes the change of '), ...pageName(page), text('.')]),
    ...withoutCover(report).map((page) => [text('A note leaves out a change of '), ...pageName(page), text('.')]),
    ...unusedNotes(report).map(({path}) => [code(path), text(' names a page that has not changed.')]),
    ...blockers(report)
      .slice(-1)
      .filter((words) => words.includes('problem'))
      .map((words) => [text(`${words}.`)]),
  ];
  const section = (title: string, blocks: BlockContent[]): BlockContent[] =>
    blocks.length === 0 ? [] : [heading(2, [text(title)]), ...blocks];
  const itemList = (items: PhrasingContent[][]) =>
    items.length === 0 ? [] : [list(items.map((item) => listItem([paragraph(item)])))];
  const blocks = [
    heading(1, [text(`What waits for editors on ${ENGLISH.format.day(today)}`)]),
    paragraph([text(asSentence(summarise(report)))]),
    paragraph(sentences(explainBase(base))),
    ...section('What stops publishing', itemList(stops)),
    ...waiting
      .filter(({items}) => items.length > 0)
      .flatMap(({title, about, items}) =>
        section(`${title} (${items.length})`, [paragraph(sentences(about)), ...itemList(items)]),
      ),
    ...section('Notes that wait', notes.length === 0 ? [] : [list(notes.map((note) => listItem(noteBlocks(note))))]),
    ...section('Changed pages', pages.flatMap(pageBlocks)),
    ...section(
      'Problems',
      groupBySeverity(problems.toSorted(compareProblems)).flatMap(({title, problems: found}) => [
        heading(3, [text(title)]),
        list(
          found.map(({ruleId, path, place, ...problem}) =>
            problemItem({...problem, rule: ruleId}, [code(renderPlace(path, place))]),
          ),
        ),
      ]),
    ),
  ];
  return `${stringify(blocks)}\n`;
}

/** Each changed page with its difference and its notes, as an editor reads them before publishing. */
export function renderChangedPages(pages: readonly ReviewedPage[]): string {
  return pages.length === 0
    ? ''
    : `${stringify([heading(2, [text('Changed pages')]), ...pages.flatMap(pageBlocks)])}\n`;
}

function explainBase(base: ReviewBase): string {
  if (base.kind === 'ref') return `Each page is compared with its text where this work left \`${base.ref}\`.`;
  if (base.kind === 'record') return 'Each page is compared with the text that readers see now.';
  return 'Nothing has been published yet, so there is nothing to compare with. When the toolkit becomes public, run `npm run publish -- --launch`.';
}

function noteBlocks(waiting: WaitingNote): BlockContent[] {
  const {note, pages, path, unchanged, isEarlier, corrects} = waiting;
  const answers = [
    ['Why', note.why],
    ['Who is affected', note.who_is_affected],
    ['What to do', note.what_to_do],
    ['Answers feedback', note.answers?.join(', ')],
    ['Erratum in editions', note.editions?.join(', ')],
    ['Not before', note.not_before && ENGLISH.format.day(note.not_before)],
  ] as const;
  return [
    paragraph([strong([text(`${kindOf(waiting)}:`)]), text(' '), ...toPhrasing(note.note)]),
    ...(pages.length > 0 ? [paragraph([text(pages.length === 1 ? 'Page: ' : 'Pages: '), ...pageNames(pages)])] : []),
    ...answers.flatMap(([question, answer]) =>
      answer === undefined ? [] : [paragraph([text(`${question}: `), ...toPhrasing(answer)])],
    ),
    ...(corrects ? correctedBlocks(corrects) : []),
    ...(unchanged.length > 0 ? [stopper([text(' these pages have not changed: '), ...pageNames(unchanged)])] : []),
    paragraph([text(isEarlier ? 'It waited before this work began. ' : ''), code(path)]),
  ];
}

function correctedBlocks({name, title, published, notes}: NonNullable<WaitingNote['corrects']>): BlockContent[] {
  if (title === '') return [paragraph([text('It corrects '), code(name), text(', which does not exist.')])];
  return [
    paragraph([text('It corrects “'), ...toPhrasing(title), text(`” (published ${published}), which said:`)]),
    ...notes.map((words): BlockContent => ({type: 'blockquote', children: [paragraph(toPhrasing(words))]})),
  ];
}

function pageBlocks(page: ReviewedPage): BlockContent[] {
  const {diff, notes, coverage, movedTo} = page;
  const moved = diff.kind === 'same' ? 'Page moved.' : `Page moved; ${measureDiff(diff)}.`;
  return [
    heading(3, pageName(page)),
    paragraph(
      movedTo ? [text(`${moved} It is now `), ...pageName(movedTo), text('.')] : [text(asSentence(measureDiff(diff)))],
    ),
    ...(notes.length === 0
      ? [stopper([text(' no note describes this. Run '), code(commandFor(page)), text('.')])]
      : notes.map((waiting) =>
          paragraph([
            text('Readers will see: '),
            strong([text(`${kindOf(waiting)}:`)]),
            text(' '),
            ...toPhrasing(waiting.note.note),
          ]),
        )),
    ...(coverage.length > 0 && notes.length > 0 ? [coverageTable(coverage)] : []),
    ...(diff.edits.length > 0 ? [diffList(diff)] : []),
  ];
}

/** What is missing from a changed page without a note. */
function commandFor({id, diff, movedTo}: ReviewedPage): string {
  return diff.kind === 'removed' && !movedTo ? commandLine('withdraw', id, '--why', '...') : commandLine('new', 'note');
}

/** Each change of meaning next to what readers are told about it. */
function coverageTable(coverage: ReviewedPage['coverage']): Table {
  return table([
    [[text('Change')], [text('What the note says about it')]],
    ...coverage.map(({change, cover}) => [toPhrasing(change.id), covering(cover)]),
  ]);
}

function covering(cover: ReviewedPage['coverage'][number]['cover']): PhrasingContent[] {
  if (!cover) return [strong([text('Nothing: stops publishing')])];
  return 'sentence' in cover
    ? [...toPhrasing(cover.sentence)]
    : [text('Readers are not told: '), ...toPhrasing(cover.reason)];
}

function kindOf({note}: WaitingNote): string {
  return note.significance === 'minor' ? ENGLISH.changes.smallCorrection : ENGLISH.changes.kinds[note.kind];
}

function stopper(words: PhrasingContent[]): BlockContent {
  return paragraph([strong([text('Stops publishing:')]), ...words]);
}

function pageNames(pages: readonly NamedPage[]): PhrasingContent[] {
  return pages.flatMap((page, index) => [...(index > 0 ? [text(', ')] : []), ...pageName(page)]);
}

function pageName({id, title}: NamedPage): PhrasingContent[] {
  return [...toPhrasing(title), text(' '), code(id)];
}
