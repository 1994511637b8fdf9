import Link from '@docusaurus/Link';
import {CHANGE_WORDS} from '../../content/change-words.ts';
import type {HistoryEntry} from '../../content/history.ts';
import {PublishedDate} from '../Changes/PublishedDate.tsx';

/** Changes, newest first: when, what kind, what was said of it, and the update it came with. */
export function HistoryList({entries}: {entries: readonly HistoryEntry[]}) {
  if (entries.length === 0) return null;
  return (
    <ol className="history-list">
      {entries.map(({update, nth, published, kind, note}) => (
        <li key={`${update}#${nth}`}>
          <p className="facts-line">
            <PublishedDate published={published} /> · {CHANGE_WORDS[kind]}
          </p>
          <p>
            {note} <Link to={`/updates/${update}/`}>See the whole update</Link>
          </p>
        </li>
      ))}
    </ol>
  );
}
