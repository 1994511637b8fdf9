import type {Update} from '../../content/schemas/update-schema.ts';
import {PublishedDate} from './PublishedDate.tsx';

/** When an update was published, in a line of its own. */
export function PublishedOn({published}: {published: Update['published']}) {
  return (
    <p className="published-on">
      Published <PublishedDate published={published} />
    </p>
  );
}
