import {formatRange} from '../../content/format-date.ts';
import type {Update} from '../../content/schemas/update-schema.ts';

const DAY_LENGTH = 10;

/** When an update was published, in words; machines get a day only where there is one. */
export function PublishedOn({published}: {published: Update['published']}) {
  const words = formatRange(published);
  const isOneDay = published.earliest === published.latest;
  return (
    <p className="published-on">
      Published {isOneDay ? <time dateTime={published.latest.slice(0, DAY_LENGTH)}>{words}</time> : words}
    </p>
  );
}
