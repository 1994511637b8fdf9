import Link from '@docusaurus/Link';
import type {PublishedUpdate} from '../../../model/page-record.ts';
import {readersFirst} from '../../../model/updates/change-labels.ts';
import {UpdateList} from '../Changes/Changes.tsx';
import {AskToBeTold} from '../FeedLink/FeedLink.tsx';
import {useRecords} from '../use-site.ts';

const SHOWN = 2;

/** The newest updates, for the home page, those of the handbook alone last; nothing where there are none yet. */
export function NewestUpdates() {
  const {updates} = useRecords();
  if (updates.length === 0) return null;
  return (
    <>
      <UpdateList updates={readersFirst(updates, majorPages).slice(0, SHOWN)} heading="h3" brief />
      <p>
        <Link className="way-in" to="/updates/">
          See all updates
        </Link>
      </p>
      <AskToBeTold />
    </>
  );
}

function majorPages({changes}: PublishedUpdate): string[] {
  return changes.flatMap(({significance, pages}) => (significance === 'major' ? pages : []));
}
