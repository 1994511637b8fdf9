import {diffPages} from '../../diff/diff-pages.ts';
import {describeEdit} from '../../diff/render/describe-edit.ts';
import {commandLine} from '../../format/command-line.ts';
import {ENGLISH} from '../../language/text.ts';
import {withCharts} from '../../markdown/figures/chart-directives.ts';
import {ledgerAddress, storedLedger} from '../../model/link-ledger/link-ledger.ts';
import {verdictOf} from '../../model/link-ledger/verdict.ts';
import {freshnessByPage} from '../../model/reviews/freshness-by-page.ts';
import {deadSources} from '../../model/reviews/lapse.ts';
import {isAsReviewed, sinceReview} from '../../model/reviews/later-updates.ts';
import {lastReviewText} from '../../model/reviews/review-labels.ts';
import type {Scope} from '../../model/schemas/records/review-schema.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import type {ReviewablePage} from './find-reviewable.ts';

/** What a reviewer has done for each scope, to follow `you`. */
const DONE: Readonly<Record<Scope, string>> = {
  'sources-read': 'read the whole page against each of its sources',
  facts: 'check every figure, name and date of the page',
  links: 'follow every link of the page',
  law: 'compare what the page says about the law with the current law',
  'plain-english': 'read the whole page for plain English',
};

/** Asks explicitly whether the review was done as readers will see it. */
export function reviewQuestion({config}: Toolkit, {by, scope, on}: {by: string; scope: Scope; on: string}): string {
  const role = config.owners.find(({id}) => id === by)?.label ?? by;
  return `Did you, in the role ${role}, ${DONE[scope]}, on ${ENGLISH.format.day(on)}?`;
}

/** What is known about a page before its review is recorded, for a terminal. */
export function renderReviewSummary(toolkit: Toolkit, reviewable: ReviewablePage, today: string): string {
  const {page, text} = reviewable;
  const {owners} = toolkit.config;
  const roleOf = (id: string) => owners.find((owner) => owner.id === id)?.label ?? id;
  const update = toolkit.updates.find(({data}) => data.slug === text.slug)?.data;
  const freshness = freshnessByPage(toolkit, today).get(page.id);
  return [
    page.data.title,
    `  page: ${page.document.path}, for readers at ${page.address}`,
    `  text: ${update ? `of ${ENGLISH.format.range(update.published)}` : `of ${text.slug}`}, fingerprint ${page.fingerprint()}`,
    `  owner: ${roleOf(page.data.owner)}`,
    ...(freshness ? [`  last review: ${lastReviewText(freshness, roleOf)}`] : []),
    ...changes(toolkit, reviewable).map((line) => `    ${line}`),
    ...sources(toolkit, reviewable).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`),
    '',
  ].join('\n');
}

/** Each change since the last review, in one line, with the figures of charts as readers saw them. */
function changes(toolkit: Toolkit, {page}: ReviewablePage): string[] {
  const {config, reviews, published, charts} = toolkit;
  const review = reviews.get(page.id);
  if (!review || isAsReviewed(page, review)) return [];
  const {reviewed} = sinceReview(toolkit, page, review);
  if (!reviewed) return [];
  const before = withCharts(reviewed.document(), (file) => published.chartsAt(reviewed.slug).get(file));
  const now = withCharts(page.document, (file) => charts.find((chart) => chart.document.path === file)?.data);
  return diffPages(before, now, config.vocabularies).edits.map(describeEdit);
}

/** How many sources the page has, and which of them no longer open or were never checked by the link ledger. */
function sources(toolkit: Toolkit, {page}: ReviewablePage): string[] {
  const all = page.data.sources ?? [];
  const dead = deadSources(toolkit, page);
  const {entries} = storedLedger(toolkit.files);
  const unchecked = all.filter(({url}) => {
    const entry = entries.get(ledgerAddress(url) ?? '');
    return !entry || verdictOf(entry) === 'unchecked';
  });
  const check = unchecked.length > 0 ? ` (\`${commandLine('links', '--external')}\` checks them)` : '';
  return [
    `sources: ${all.length}; no longer available: ${dead.length}; links not checked yet: ${unchecked.length}${check}`,
    ...dead.map(({url}) => url),
  ];
}
