import type {Html} from '../html.ts';
import {html} from '../html.ts';
import type {SiteAddress} from '../links/addresses.ts';
import {hrefOf} from '../links/addresses.ts';
import type {ChangeNote} from '../schemas/change-note-schema.ts';
import {comparisonAddress} from './addresses.ts';
import type {ComparedPage, Comparison} from './compare-editions.ts';
import {difference, facts, link, measure, notes} from './difference-parts.ts';
import {nameState} from './name-state.ts';

/** What the body is made from, beside the page. */
interface Context {
  site: Pick<SiteAddress, 'baseUrl'>;
  comparison: Pick<Comparison, 'from' | 'to'>;
  /** What readers were told of the page in between, newest first. */
  told: readonly ChangeNote[];
}

/** One page between two states of the toolkit. */
export function renderPageComparison(
  {kind, before, after, diff}: ComparedPage,
  {site, comparison, told}: Context,
): Html {
  const {from, to} = comparison;
  const read = (address: string) => link(hrefOf(site, address), 'Read the page');
  return html`${facts([
    ['Before', html`${nameState(from)}: ${read(before.address)}`],
    ['Now', html`${nameState(to)}: ${read(after.address)}`],
    ['What became of it', fates[kind]],
    ['How much', measure(diff)],
    ['Readers were told', notes(told)],
    [
      'All pages',
      link(
        hrefOf(site, comparisonAddress(from, to)),
        `What differs between ${nameState(from, 'within')} and ${nameState(to, 'within')}`,
      ),
    ],
  ])}${difference(diff)}`;
}

const fates: Readonly<Record<ComparedPage['kind'], string | undefined>> = {
  changed: undefined,
  moved: 'It has moved to another address.',
  withdrawn: 'It was withdrawn: it stays at its address, and says why.',
};
