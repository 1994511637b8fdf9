import {dueText} from '../../changes/freshness/review-labels.ts';
import {dueReviews} from '../../changes/freshness/review-status.ts';
import {explainUnread, unreadFiles} from '../../content/files/unread-files.ts';
import type {Problem} from '../../content/problem.ts';
import {isBeforeLaunch} from '../../content/records/launch.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {code, strong, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {count} from '../../format/text.ts';
import type {Io} from '../../io/cli/io.ts';
import {baseTexts} from '../../io/git/texts-at-base.ts';
import {loadCheckContext} from '../../io/load-check-context.ts';
import {loadToolkit} from '../../io/load-toolkit.ts';
import {compareProblems} from '../../rules/compare-problems.ts';
import {noDoubtfulChange} from '../../rules/public-record/no-doubtful-change.ts';
import {checkModel, checkPages} from '../../rules/rule-set.ts';
import {featuresOf, type ReviewSection} from '../../site/feature-hooks.ts';
import {changedTexts} from '../check/changed-texts.ts';
import {renderReview} from './render-review.ts';
import {blockers, type ReviewReport, summarise, unusedNotes, withoutCover, withoutNote} from './review-report.ts';
import {reviewedPages, waitingNotes} from './reviewed-pages.ts';

/**
 * Prints what waits for editors and what would be published next.
 *
 * @returns 1 if something stops publishing
 */
export async function review({since}: {since?: string}, io: Io): Promise<number> {
  const toolkit = await loadToolkit(io.cwd);
  const report = await gather(toolkit, io, since);
  // The work of a branch is judged by itself.
  const sections = since === undefined ? await sectionsOf(toolkit, io.today) : [];
  io.stdout.write(renderReview(report, sections));
  // Standard output contains only the report, for the summary of a run.
  io.stderr.write(`${summarise(report)}\n`);
  return blockers(report).length > 0 ? 1 : 0;
}

async function sectionsOf(toolkit: Toolkit, today: string): Promise<ReviewSection[]> {
  const others = await Promise.all(featuresOf(toolkit).map((feature) => feature.review?.(toolkit, today) ?? []));
  return [...waitingSections(toolkit, today), ...others.flat()];
}

async function gather(toolkit: Toolkit, io: Io, ref: string | undefined): Promise<ReviewReport> {
  const context = loadCheckContext(io.cwd, toolkit.config);
  const problems = [
    ...checkModel(toolkit, io.today),
    ...(await checkPages(toolkit.documents, context)),
    ...(await changedTexts(io.cwd, toolkit, ref)),
  ];
  // Decided before the texts on record give way to those of a commit.
  const common = {problems, today: io.today, isLaunched: !isBeforeLaunch(toolkit)};
  if (ref === undefined) return toReviewReport(toolkit, new Set(), {...common, base: {kind: 'record'}});
  const {published, earlierNotes} = await baseTexts(io.cwd, ref, toolkit);
  return toReviewReport({...toolkit, published}, earlierNotes, {...common, base: {kind: 'ref', ref}});
}

/** What waits in the files of a toolkit on a day, besides changes and their notes. */
function waitingSections(toolkit: Toolkit, today: string): ReviewSection[] {
  const unread = unreadFiles(toolkit);
  const roles = new Map(toolkit.config.owners.map(({id, label}) => [id, label]));
  return [
    {
      title: 'Files that cannot be read',
      about: explainUnread(unread.length),
      items: unread.map((path) => [code(path)]),
    },
    {
      title: 'Reviews overdue or due within a month',
      about: 'Read each page against its sources, then record it with `npm run review -- --done <page>`.',
      items: dueReviews(toolkit, today).map((status) => [
        strong(toPhrasing(status.page.title)),
        text(' '),
        code(status.page.id),
        text(`: ${dueText(status)}, ${roles.get(status.page.owner) ?? status.page.owner}`),
      ]),
    },
    {
      title: 'Known problems',
      about: 'Their number may only fall. Fix some, then run `npm run check -- --fix`.',
      items: Object.entries(toolkit.baseline ?? {}).map(([path, rules]) => [
        code(path),
        ...Object.entries(rules).flatMap(([rule, many], index) => [
          text(`${index === 0 ? ': ' : ', '}${count(many, 'problem')} of `),
          code(rule),
        ]),
      ]),
    },
  ];
}

/**
 * Gathers everything an editor must know before publishing.
 *
 * @param toolkit its `published` texts are compared with the pages
 * @param earlierNotes paths of notes that were the same at the base: they describe earlier changes
 */
function toReviewReport(
  toolkit: Toolkit,
  earlierNotes: ReadonlySet<string>,
  {base, problems, ...rest}: Pick<ReviewReport, 'base' | 'isLaunched' | 'problems' | 'today'>,
): ReviewReport {
  const notes = waitingNotes(toolkit, earlierNotes);
  const pages = reviewedPages(toolkit, notes);
  const report: ReviewReport = {
    ...rest,
    base: toolkit.published.texts.size === 0 ? {kind: 'nothing'} : base,
    notes,
    pages,
    problems: [],
  };
  return {...report, problems: problems.filter((problem) => isShownOnce(problem, report)).sort(compareProblems)};
}

/** Whether the report does not show a problem next to its page or note already. */
function isShownOnce({ruleId, path, severity}: Problem, report: ReviewReport): boolean {
  if (severity === 'note') return ruleId === noDoubtfulChange.id;
  // The list of due reviews has these, with whose they are.
  if (ruleId === 'no-overdue-review') return severity === 'error';
  if (ruleId === 'no-wrong-note') return !unusedNotes(report).some((note) => note.path === path);
  if (ruleId === 'require-note') {
    const isNoted = withoutCover(report).some(({notes}) => notes.some((note) => note.path === path));
    return !isNoted && !withoutNote(report).some((page) => page.path === path || path.endsWith(`/${page.id}.md`));
  }
  return true;
}
