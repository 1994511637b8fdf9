import {formatDay} from '../../content/format-date.ts';
import type {Freshness} from '../../content/freshness.ts';
import {REVIEW_SCOPES} from '../../content/schemas/review-schema.ts';
import {useSiteFields} from '../use-site.ts';

interface Props {
  freshness: Freshness;
  /** The id of the role that keeps the page right. */
  owner: string;
}

/** Who looks after the page, when somebody last checked it, and when it is due again. */
export function Review({freshness, owner}: Props) {
  const {owners} = useSiteFields().toolkit;
  const roleOf = (id: string) => owners.find((role) => role.id === id)?.label ?? id;
  const {review, changedSince, due, overdue} = freshness;
  return (
    <>
      {overdue && due && (
        <p className="notice">
          <strong>This page is overdue for review.</strong> It was due by {formatDay(due)}: check its sources before you
          rely on it.
        </p>
      )}
      <dl className="review">
        <div>
          <dt>Looked after by</dt>
          <dd>{roleOf(owner)}</dd>
        </div>
        <div>
          <dt>Last checked</dt>
          <dd>
            {review
              ? `${formatDay(review.on)}, ${REVIEW_SCOPES[review.scope]}, by the role ${roleOf(review.by)}`
              : 'Not checked since it was published'}
            {changedSince && ' (its words have changed since)'}
          </dd>
        </div>
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
