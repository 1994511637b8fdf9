import {addMonths} from '../../changes/freshness/freshness.ts';
import {reviewState, reviewStatuses} from '../../changes/freshness/review-status.ts';
import {ledgerAddress} from '../../content/link-ledger/link-ledger.ts';
import {verdictOf} from '../../content/link-ledger/verdict.ts';
import {LINES_PER_PAGE} from '../../content/lists/list-pages.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {type Text, textOf} from '../../language/text.ts';

interface LinkedPage {
  title: string;
  address: string;
}

export interface UpkeepFact {
  what: string;
  value: string;
  /** The counted pages, where it helps to list them. */
  pages?: LinkedPage[];
  /** How many counted pages are not listed, because there are too many. */
  others?: number;
  more?: LinkedPage;
}

/** How the toolkit is maintained, on a day: the public part of the editors' dashboard. */
export function upkeepOf(toolkit: Toolkit, today: string): UpkeepFact[] {
  const text = textOf(toolkit.config);
  return [...reviewFacts(toolkit, today, text), ...sourceFacts(toolkit, text), ...changeFacts(toolkit, today, text)];
}

function reviewFacts(toolkit: Toolkit, today: string, {upkeep: t, format}: Text): UpkeepFact[] {
  const statuses = reviewStatuses(toolkit, today).map((status) => ({...status.page, is: reviewState(status)}));
  const addresses = new Map(allPages(toolkit).map(({id, address}) => [id, address]));
  const counted = (what: string, is: string, isListed: boolean): UpkeepFact => {
    const pages = statuses.filter((page) => page.is === is);
    const listed = pages.slice(0, LINES_PER_PAGE).map(({id, title}) => ({title, address: addresses.get(id) ?? ''}));
    const others = pages.length - listed.length;
    const list = {pages: listed, ...(others > 0 && {others})};
    return {what, value: format.number(pages.length), ...(isListed && pages.length > 0 && list)};
  };
  return [
    {what: t.owned, value: format.number(statuses.length)},
    counted(t.read, 'read', true),
    counted(t.lapsed, 'lapsed', true),
    counted(t.unchecked, 'unchecked', false),
    counted(t.overdue, 'overdue', true),
  ];
}

/** Counts only the sources that pages list: finding every other link would take longer than everything else here. */
function sourceFacts(toolkit: Toolkit, {upkeep: t, format}: Text): UpkeepFact[] {
  const listed = allPages(toolkit).flatMap(({data}) => (data.sources ?? []).map(({url}) => ledgerAddress(url) ?? ''));
  const dead = [...new Set(listed)].filter((address) => verdictOf(toolkit.linkLedger.get(address)) === 'broken').length;
  return dead === 0 ? [] : [{what: t.dead, value: format.number(dead)}];
}

function changeFacts({updates}: Toolkit, today: string, {upkeep: t, format}: Text): UpkeepFact[] {
  const since = addMonths(today, -12);
  const recent = updates.filter(({data}) => data.published.latest > since);
  const answers = updates.flatMap(({data}) => data.changes.filter((change) => (change.answers ?? []).length > 0));
  return [
    {what: t.afterFeedback, value: format.number(answers.length)},
    {
      what: t.recent,
      value: format.number(recent.length),
      ...(updates.length > 0 && {more: {title: t.allUpdates, address: '/updates/'}}),
    },
  ];
}
