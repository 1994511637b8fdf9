import Link from '@docusaurus/Link';
import {CHANGE_WORDS} from '../../content/change-words.ts';
import type {HistoryEntry} from '../../content/history.ts';
import {AfterFeedback} from '../Changes/AfterFeedback.tsx';
import {DifferenceLink} from '../Changes/DifferenceLink.tsx';
import {PublishedDate} from '../Changes/PublishedDate.tsx';
import {useDifferenceDoors} from '../use-site.ts';

interface Props {
  entries: readonly HistoryEntry[];
  /** The ids that the page has and had; none for the history of the whole toolkit. */
  of?: readonly string[] | undefined;
}

/** Changes, newest first: when, what kind, what was said of it, and the update it came with. */
export function HistoryList({entries, of = []}: Props) {
  const {updates} = useDifferenceDoors();
  const doorsOf = (update: string, pages: readonly string[]) =>
    pages.filter((id) => of.includes(id)).flatMap((id) => updates[update]?.[id] ?? []);
  if (entries.length === 0) return null;
  return (
    <ol className="history-list">
      {entries.map(({update, nth, published, kind, note, pages, answers}) => (
        <li key={`${update}#${nth}`}>
          <p className="facts-line">
            <PublishedDate published={published} /> · {CHANGE_WORDS[kind]}
          </p>
          <p>
            {note} <Link to={`/updates/${update}/`}>See the whole update</Link>
          </p>
          {answers && (
            <p>
              <AfterFeedback answers={answers} />
            </p>
          )}
          {doorsOf(update, pages).map((door) => (
            <p key={door.address}>
              <DifferenceLink {...door} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
