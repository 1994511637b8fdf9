import Link from '@docusaurus/Link';
import {CHANGE_WORDS, withOthers} from '../../content/change-words.ts';
import type {HistoryEntry} from '../../content/history.ts';
import {AfterFeedback} from '../Changes/AfterFeedback.tsx';
import {DifferenceLink} from '../Changes/DifferenceLink.tsx';
import {PublishedDate} from '../Changes/PublishedDate.tsx';
import {useSiteData} from '../use-site.ts';

interface Props {
  entries: readonly HistoryEntry[];
  /** The ids that the page has and had. */
  of?: readonly string[] | undefined;
  /** Whether the list is of that page alone, where a note may speak of others too. */
  isOfPage?: boolean;
}

/** Changes, newest first: when, what kind, what was said of it, and the update it came with. */
export function HistoryList({entries, of = [], isOfPage = false}: Props) {
  const {updates} = useSiteData().differences;
  const doorsOf = (update: string, pages: readonly string[]) =>
    pages.filter((id) => of.includes(id)).flatMap((id) => updates[update]?.[id] ?? []);
  const own = new Set(of);
  const tellOthers = (pages: readonly string[]) => {
    const others = isOfPage && withOthers(pages, own);
    return others && `, ${others}`;
  };
  if (entries.length === 0) return null;
  return (
    <ol className="history-list">
      {entries.map(({update, nth, published, kind, note, pages, answers}) => (
        <li key={`${update}#${nth}`}>
          <p className="facts-line">
            <PublishedDate published={published} /> · {CHANGE_WORDS[kind]}
            {tellOthers(pages)}
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
