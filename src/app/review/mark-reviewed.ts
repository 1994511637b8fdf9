import {leftTextAlone} from '../../changes/freshness/freshness-by-page.ts';
import {lastReviewText} from '../../changes/freshness/review-labels.ts';
import {setKey} from '../../content/markdown/edit/edit-front-matter.ts';
import {isGeneratedPage} from '../../content/pages/generated-pages.ts';
import {idFrom, pageIds, pageWithId, recordedText, unknownPage} from '../../content/pages/known-pages.ts';
import type {Fault} from '../../content/problem.ts';
import {publishedFingerprint} from '../../content/records/published.ts';
import {daySchema} from '../../content/schemas/day-schema.ts';
import {REVIEW_SCOPES, type Review} from '../../content/schemas/review-schema.ts';
import type {PageEntry, Toolkit} from '../../content/toolkit.ts';
import {listWords, nearest} from '../../format/nearest.ts';
import {ExitError, toExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import {readTree} from '../../io/read-tree.ts';
import {commit} from '../../io/transaction/commit.ts';

/** The role that reviewed, what it checked, and on which day. */
interface ReviewOptions {
  as?: string;
  scope?: string;
  on?: string;
}

const PUBLISH = 'Run `npm run review`: it says what to do before you can publish the page. Then record the review.';

/** Records reviews in the front matter of pages: all of them, or none. */
export async function markReviewed(
  options: ReviewOptions,
  io: Pick<Io, 'cwd' | 'stdout' | 'today'>,
  words: readonly string[],
): Promise<void> {
  const {toolkit} = await readTree(io.cwd);
  const reviewed = reviewPages(toolkit, io.today, options, words);
  const changes = reviewed.map(({page: {document}, review}) => ({
    path: document.path,
    content: setKey(document.text, 'reviewed', review),
    found: document.text,
  }));
  await commit(io.cwd, {command: 'review --done', changes});
  const {owners} = toolkit.config;
  const roleOf = (id: string) => owners.find((owner) => owner.id === id)?.label ?? id;
  for (const {page, review} of reviewed) {
    const checked = {review, lapses: [], nothingChanged: leftTextAlone(toolkit, review)};
    io.stdout.write(`${page.document.path}: readers will see "${lastReviewText(checked, roleOf)}"\n`);
  }
  io.stdout.write('Next: run `npm run check`, and send this like a change to a page. It needs no change note.\n');
}

/**
 * The pages that the arguments name, with their reviews.
 *
 * @throws {ExitError} with everything that stops a review from being recorded.
 */
function reviewPages(
  toolkit: Toolkit,
  today: string,
  {as, scope, on = today}: ReviewOptions,
  words: readonly string[],
): {page: PageEntry; review: Review}[] {
  if (words.length === 0) {
    const fix = 'Write `npm run review -- --done <page>`; `npm run review` lists the pages that are due.';
    throw new ExitError('no page given, expected those that you reviewed', fix);
  }
  const roles = toolkit.config.owners.map(({id}) => id);
  const faults: Fault[] = [
    ...(as === undefined ? [] : checkChoice('--as', as, roles, 'the role that reviewed the page')),
    ...checkChoice('--scope', scope, REVIEW_SCOPES, 'what was checked'),
  ];
  const reviewed: ReturnType<typeof reviewPages> = [];
  for (const id of new Set(words.map((word) => idFrom(toolkit, word)))) {
    const page = pageWithId(toolkit, id);
    const fault = page ? faultOf(toolkit, page) : unknownPage(id, pageIds(toolkit));
    if (fault) faults.push(fault);
    if (fault || !page) continue;
    const text = recordedText(toolkit, page)?.slug ?? '';
    const review = {on, by: as ?? page.data.owner, scope: scope as Review['scope'], text};
    faults.push(...checkReview(toolkit, page, review, today));
    reviewed.push({page, review});
  }
  if (faults.length > 0) throw toExitError(faults);
  return reviewed;
}

/** Why a page cannot be reviewed. */
function faultOf(toolkit: Toolkit, page: PageEntry): Fault | undefined {
  const {id, data} = page;
  if (isGeneratedPage(id)) {
    const problem = `\`${id}\` is a generated page, expected one that an author wrote`;
    return {problem, fix: 'Leave it: it is generated from the code and the configuration.'};
  }
  if (data.withdrawn) {
    const problem = `\`${id}\` was withdrawn on ${data.withdrawn.on}, expected a current page`;
    return {problem, fix: `Leave it, or make it current again first: \`npm run withdraw -- ${id} --undo\`.`};
  }
  const text = recordedText(toolkit, page);
  if (!text) return {problem: `\`${id}\` was never published, expected a page that readers see`, fix: PUBLISH};
  if (publishedFingerprint(toolkit, text) === page.fingerprint()) return undefined;
  const problem = `\`${id}\` has changes that readers do not see yet, expected the published text`;
  return {problem, fix: `${PUBLISH} Or undo them: the published text is \`${text.path}\`.`};
}

/** A review needs sources to be read against them, and cannot be in the future or older than the text or the last review. */
function checkReview(toolkit: Toolkit, {id, data}: PageEntry, {on, scope, text}: Review, today: string): Fault[] {
  const published = toolkit.updates.find((update) => update.data.slug === text)?.data.published.latest ?? '';
  const [first = ''] = [published, data.reviewed?.on ?? ''].sort().reverse();
  const faults: Fault[] = [];
  if (scope === 'sources-read' && (data.sources ?? []).length === 0) {
    const problem = `\`--scope\` is \`sources-read\`, and \`${id}\` names no sources, expected another scope`;
    faults.push({problem, fix: 'Write `--scope facts`, or what else you checked.'});
  }
  if (!daySchema.safeParse(on).success || on < first || on > today) {
    const since = first === '' ? '' : `, or a day since ${first}, when this text was published or last reviewed`;
    const problem = `\`--on\` is \`${on}\`, expected today, ${today}${since}`;
    faults.push({problem, fix: 'Write the day like that, or leave `--on` out for a review today.'});
  }
  return faults;
}

function checkChoice(option: string, word: string | undefined, valid: readonly string[], what: string): Fault[] {
  if (word !== undefined && valid.includes(word)) return [];
  const near = word !== undefined && nearest(word, valid);
  return [
    {
      problem: `\`${option}\` is ${word === undefined ? 'missing' : `\`${word}\``}, expected ${what}: ${listWords(valid)}`,
      fix: near ? `Write \`${option} ${near}\`, the nearest of these.` : `Write one of these after \`${option}\`.`,
    },
  ];
}
