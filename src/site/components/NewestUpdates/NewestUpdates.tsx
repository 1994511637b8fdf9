import Link from '@docusaurus/Link';
import type {PublishedUpdate} from '../../../model/page-record.ts';
import {readersFirst} from '../../../model/updates/change-labels.ts';
import {UpdateList} from '../Changes/Changes.tsx';
import {SubscribePrompt} from '../FeedLink/FeedLink.tsx';
import {useRecords} from '../use-site.ts';

const SHOWN = 2;

/** The newest updates for the home page, with those that concern only the handbook last; nothing if there are none. */
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
      <SubscribePrompt />
    </>
  );
}

function majorPages({changes}: PublishedUpdate): string[] {
  return changes.flatMap(({significance, pages}) => (significance === 'major' ? pages : []));
}
