import type {PhrasingContent} from 'mdast';
import {storedBaseline} from '../../src/checks/baseline.ts';
import {measureDiff} from '../../src/diff/measure-diff.ts';
import {reviewedPages} from '../../src/editorial/change-report/reviewed-pages.ts';
import {waitingNotes} from '../../src/editorial/change-report/waiting-notes.ts';
import {code, strong, text, toPhrasing} from '../../src/format/markdown-nodes.ts';
import {count} from '../../src/format/text.ts';
import {ENGLISH} from '../../src/language/text.ts';
import {externalLinks} from '../../src/links/external/external-links.ts';
import {linkProblems} from '../../src/links/external/link-problems.ts';
import {storedLedger} from '../../src/model/link-ledger/link-ledger.ts';
import {renderPlace} from '../../src/model/problem.ts';
import {lapseLabel} from '../../src/model/reviews/review-labels.ts';
import {dueStandings, type ReviewStanding} from '../../src/model/reviews/review-standings.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {hasPublished} from '../../src/model/updates/launch.ts';

/** What of one kind waits for editors. */
export interface Section {
  title: string;
  /** What to do with the items; commands are in backticks. */
  about: string;
  items: PhrasingContent[][];
}

/** Everything in the files of a toolkit that waits for editors on a day, most urgent first. */
export function waitingSections(toolkit: Toolkit, today: string): Section[] {
  const notes = waitingNotes(toolkit, new Set());
  const unnoted = hasPublished(toolkit) ? reviewedPages(toolkit, notes).filter((page) => page.notes.length === 0) : [];
  const ledger = storedLedger(toolkit.files).entries;
  return [
    {
      title: 'Changes without a note',
      about: 'Each page differs from what readers see. Say what changed with `npm run new -- note --pages <page>`.',
      items: unnoted.map(({id, title, diff}) => [...named(title, id), text(`: ${measureDiff(diff)}`)]),
    },
    {
      title: 'Notes that wait',
      about: 'Read them with `npm run review`. Publishing turns all of them into one update.',
      items: notes.map(({path, note}) => [
        ...(note.not_before === undefined ? [] : [text(`Not before ${ENGLISH.format.day(note.not_before)}: `)]),
        ...named(note.note, path),
      ]),
    },
    {
      title: 'Reviews overdue or due within a month',
      about: 'Read each page against its sources, then record it with `npm run mark-reviewed -- <page>`.',
      items: dueStandings(toolkit, today).map((standing) => [
        ...named(standing.page.title, standing.page.id),
        text(`: ${describeDue(standing, toolkit)}`),
      ]),
    },
    {
      title: 'Links that no longer open, or have moved',
      about: 'Change the link, then write a note.',
      items: linkProblems(externalLinks(toolkit), ledger).map(({path, place, problem, fix}) => [
        code(renderPlace(path, place)),
        text(': '),
        ...toPhrasing(`${problem}. ${fix}`),
      ]),
    },
    {
      title: 'Known problems',
      about: 'Their number may only fall. Fix some, then run `npm run check -- --fix`.',
      items: Object.entries(storedBaseline(toolkit.files).baseline).map(([path, rules]) => [
        code(path),
        ...Object.entries(rules).flatMap(([rule, many], index) => [
          text(`${index === 0 ? ': ' : ', '}${count(many, 'problem')} of `),
          code(rule),
        ]),
      ]),
    },
  ];
}

/** The words of an author with the page or file that they are about. */
function named(title: string, id: string): PhrasingContent[] {
  return [strong(toPhrasing(title)), text(' '), code(id)];
}

/** Why a page is due for review, when, and whose it is. */
function describeDue({review, lapses, due, overdue, page}: ReviewStanding, {config}: Toolkit): string {
  const owner = config.owners.find(({id}) => id === page.owner)?.label;
  const last = review ? `last reviewed on ${ENGLISH.format.day(review.on)}` : 'never reviewed';
  const lapsed = lapses.map((lapse) => lapseLabel(lapse));
  return [`${overdue ? 'was' : 'is'} due by ${ENGLISH.format.day(due)}`, last, ...lapsed, owner]
    .filter((part) => part !== undefined)
    .join(', ');
}
