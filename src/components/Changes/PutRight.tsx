import {correctionsTo} from '../../content/corrections.ts';
import {useRecords} from '../use-site.ts';
import {PublishedDate} from './PublishedDate.tsx';
import {UpdateLink} from './UpdateLink.tsx';

/** What later updates say to put an update, or one of its changes, right. */
export function PutRight({slug, nth}: {slug: string; nth?: number}) {
  return correctionsTo(useRecords().corrections, slug, nth).map(({update, published, note}) => (
    <p key={update + note} className="notice">
      <strong>
        Put right on <PublishedDate published={published} />.
      </strong>{' '}
      {note} <UpdateLink target={update} />
    </p>
  ));
}
