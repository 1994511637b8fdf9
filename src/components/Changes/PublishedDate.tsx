import {formatRange} from '../../content/format-date.ts';
import type {Update} from '../../content/schemas/update-schema.ts';

/** A day or an honest range in words; machines get a day only where there is one. */
export function PublishedDate({published}: {published: Update['published']}) {
  const words = formatRange(published);
  return published.earliest === published.latest ? <time dateTime={published.latest}>{words}</time> : words;
}

/** When an update was published, in a line of its own. */
export function PublishedOn({published}: {published: Update['published']}) {
  return (
    <p className="published-on">
      Published <PublishedDate published={published} />
    </p>
  );
}
