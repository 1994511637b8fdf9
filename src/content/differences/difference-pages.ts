import {measureInLine} from '../diff/measure-diff.ts';
import {formatRange} from '../format-date.ts';
import type {Html} from '../html.ts';
import type {SiteAddress} from '../links/addresses.ts';
import type {Toolkit} from '../toolkit.ts';
import {pageComparisonAddress, updateDifferenceAddress} from './addresses.ts';
import type {Comparison} from './compare-editions.ts';
import type {ShellValues} from './difference-shell.ts';
import {nameState} from './name-state.ts';
import {renderPageComparison} from './render-page-comparison.ts';
import {renderUpdateDifference} from './render-update-difference.ts';
import {toldBetween} from './told-between.ts';
import type {UpdateDifference} from './update-differences.ts';

/** A page to write: where, and what goes into its shell. */
export interface DifferencePage {
  address: string;
  values: ShellValues;
  body: () => Html;
}

type Site = Pick<SiteAddress, 'baseUrl'>;

/** The pages of what updates did. */
export function updateDifferencePages(
  toolkit: Pick<Toolkit, 'updates'>,
  found: readonly UpdateDifference[],
  site: Site,
): DifferencePage[] {
  const updates = new Map(toolkit.updates.map(({data}) => [data.slug, data]));
  return found.map((difference) => {
    const {slug, pageId, title, diff} = difference;
    const update = updates.get(slug);
    const when = update ? `on ${formatRange(update.published)}` : `by ${slug}`;
    return {
      address: updateDifferenceAddress(slug, pageId),
      values: {
        slug,
        pageId,
        title,
        which: `update ${slug}`,
        parent: update?.title ?? slug,
        description: `What an update did to this page ${when}: ${measureInLine(diff)}.`,
      },
      body: () => renderUpdateDifference(difference, {site, updates}),
    };
  });
}

/** The pages of what differs between editions. */
export function comparisonPages(
  toolkit: Pick<Toolkit, 'updates' | 'editions'>,
  comparisons: readonly Comparison[],
  site: Site,
): DifferencePage[] {
  return comparisons.flatMap((comparison) => {
    const {from, to, kept} = comparison;
    const told = toldBetween(toolkit, comparison);
    const names = [from, to].map((name) => nameState(name, 'within')).join(' to ');
    return kept
      .filter(({diff}) => diff.kind !== 'same')
      .map((page) => ({
        address: pageComparisonAddress(from, to, page.after.id),
        values: {
          from,
          to,
          pageId: page.after.id,
          title: page.after.title,
          which: names,
          parent: `From ${names}`,
          description: `What differs on this page from ${names}: ${measureInLine(page.diff)}.`,
        },
        body: () => renderPageComparison(page, {site, comparison, told: told([page.before.id, page.after.id])}),
      }));
  });
}
