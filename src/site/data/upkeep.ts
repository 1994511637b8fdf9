import {ledgerAddress, storedLedger} from '../../model/link-ledger/link-ledger.ts';
import {verdictOf} from '../../model/link-ledger/verdict.ts';
import {addMonths} from '../../model/reviews/freshness.ts';
import {reviewStandings, reviewState} from '../../model/reviews/review-standings.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import {allPages} from '../../model/toolkit.ts';

/** A page that readers can follow. */
interface LinkedPage {
  title: string;
  address: string;
}

/** One thing that readers are told of how the toolkit is kept. */
export interface UpkeepFact {
  what: string;
  /** A number, or why there is none. */
  told: string;
  /** The pages that were counted, where it helps to know which. */
  pages?: LinkedPage[];
  /** Where more stands, without the site's base URL. */
  more?: LinkedPage;
}

/** What readers are told of how the toolkit is kept, on a day: the public half of the editor's desk. */
export function upkeepOf(toolkit: Toolkit, today: string): UpkeepFact[] {
  return [...reviewFacts(toolkit, today), sourceFact(toolkit), ...changeFacts(toolkit, today)];
}

function reviewFacts(toolkit: Toolkit, today: string): UpkeepFact[] {
  const standings = reviewStandings(toolkit, today).map((standing) => ({...standing.page, is: reviewState(standing)}));
  const addresses = new Map(allPages(toolkit).map(({id, address}) => [id, address]));
  const counted = (what: string, is: string, isListed: boolean): UpkeepFact => {
    const pages = standings.filter((page) => page.is === is);
    const listed = pages.map(({id, title}) => ({title, address: addresses.get(id) ?? ''}));
    return {what, told: told(pages.length), ...(isListed && pages.length > 0 && {pages: listed})};
  };
  return [
    {
      what: 'Pages that are looked after: guidance, case studies and pages about the toolkit',
      told: told(standings.length),
    },
    counted('Read in time against their sources', 'read', true),
    counted('Only their links or their English checked', 'part', true),
    counted('Checked, and the check no longer holds', 'lapsed', true),
    counted('Not checked since they were published', 'unchecked', false),
    counted('Overdue for review', 'overdue', true),
  ];
}

/** Of the sources that pages list: finding every other link would cost a build more than all the rest of this. */
function sourceFact(toolkit: Toolkit): UpkeepFact {
  const what = 'Sources that no longer open';
  const {entries} = storedLedger(toolkit.files);
  const listed = allPages(toolkit).flatMap(({data}) => (data.sources ?? []).map(({url}) => ledgerAddress(url) ?? ''));
  const known = [...new Set(listed)].flatMap((address) => entries.get(address) ?? []).map((entry) => verdictOf(entry));
  const checked = known.filter((verdict) => verdict !== 'unchecked').length;
  const dead = known.filter((verdict) => verdict === 'broken').length;
  if (checked === 0) return {what, told: 'Nobody knows: no source has been checked yet'};
  return {what, told: `${told(dead)} of ${told(checked)} that were checked`};
}

function changeFacts({updates}: Toolkit, today: string): UpkeepFact[] {
  const since = addMonths(today, -12);
  const recent = updates.filter(({data}) => data.published.latest > since);
  const answers = updates.flatMap(({data}) => data.changes.filter((change) => (change.answers ?? []).length > 0));
  return [
    {what: 'Changes made after readers wrote', told: told(answers.length)},
    {
      what: 'Updates in the last 12 months',
      told: told(recent.length),
      ...(updates.length > 0 && {more: {title: 'All updates', address: '/updates/'}}),
    },
  ];
}

function told(many: number): string {
  return many.toLocaleString('en-GB');
}
