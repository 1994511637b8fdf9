import {formatDay} from '../../../format/format-date.ts';
import {useUnavailable} from '../use-site.ts';

/**
 * Says, after a link to another site, that it no longer opens, with the copy that an archive keeps; nothing where it
 * does.
 */
export function UnavailableSince({address}: {address: string}) {
  const unavailable = useUnavailable(address);
  if (!unavailable) return null;
  const {since, archived} = unavailable;
  return (
    <span className="unavailable" data-pagefind-ignore>
      {' '}
      (unavailable since {since}
      {archived && (
        <>
          ; <a href={archived.url}>archived copy of {formatDay(archived.on)}</a>
        </>
      )}
      )
    </span>
  );
}
