import Link from '@docusaurus/Link';
import {formatDay} from '../../../format/format-date.ts';
import type {Freshness} from '../../../model/reviews/freshness.ts';
import type {ReviewText} from '../../../model/reviews/review-labels.ts';
import {overdueText, reviewText} from '../../../model/reviews/review-labels.ts';
import {useSiteFields} from '../use-site.ts';

interface Props {
  freshness: Freshness;
  /** The id of the role that owns the page. */
  owner: string;
}

/** Who looks after the page, when it was last checked, and when the next check is due. */
export function Review({freshness, owner}: Props) {
  const {owners} = useSiteFields().toolkit;
  const roleOf = (id: string) => owners.find((role) => role.id === id)?.label ?? id;
  const {due, overdue, unavailableSources} = freshness;
  const warning = overdue && due && overdueText(due);
  return (
    <>
      {warning && (
        <p className="notice">
          <strong>{warning.what}</strong> {warning.advice}
        </p>
      )}
      <dl className="review" id="review">
        <div>
          <dt>Looked after by</dt>
          <dd>{roleOf(owner)}</dd>
        </div>
        <div>
          <dt>Last check</dt>
          <dd>
            <LastCheck words={reviewText(freshness, roleOf)} difference={freshness.changedSince?.difference} />
          </dd>
        </div>
        {unavailableSources && (
          <div>
            <dt>Sources</dt>
            <dd>{formatUnavailable(unavailableSources)}</dd>
          </div>
        )}
        {due && !overdue && (
          <div>
            <dt>Next review</dt>
            <dd>By {formatDay(due)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** Where one update changed what was checked, its difference shows it all; else the updates to the page tell. */
function LastCheck({words, difference}: {words: ReviewText; difference: string | undefined}) {
  const {checked, changed, ended} = words;
  if (!changed) return ended ? `${checked}. ${ended}` : checked;
  return (
    <>
      {checked}; {difference ? <Link to={difference}>{changed}</Link> : <a href="#page-updates">{changed}</a>}
      {ended && `. ${ended}`}
    </>
  );
}

function formatUnavailable({count, of}: NonNullable<Freshness['unavailableSources']>): string {
  if (of === 1) return 'Its only source is no longer available';
  return `${count} of ${of} ${count === 1 ? 'is' : 'are'} no longer available`;
}
