import Link from '@docusaurus/Link';
import {pagesInShort, readersFirst} from '../../content/change-words.ts';
import type {PublishedUpdate} from '../../content/page-record.ts';
import {countOf} from '../use-site.ts';
import {PageLinks, PublishedOn} from './PageLinks.tsx';

interface Props {
  updates: readonly PublishedUpdate[];
  /** Show only the changes that name one of these pages. */
  onlyPages?: ReadonlySet<string>;
  heading?: 'h2' | 'h3';
  /** Tell only the first of the notes of each update. */
  brief?: boolean;
}

/** How many notes are told at once; a long list hides the next update from whoever reads on a phone. */
const TOLD = 3;

/** Updates with the pages they changed and what they tell readers; small corrections are counted, not told. */
export function UpdateList({updates, onlyPages, heading: Heading = 'h2', brief = false}: Props) {
  return (
    <ul className="entry-list">
      {updates.map(({slug, title, published, changes}) => {
        const shown = changes.filter(({pages}) => !onlyPages || pages.some((id) => onlyPages.has(id)));
        const major = readersFirst(
          shown.filter(({significance}) => significance === 'major'),
          ({pages}) => pages,
        );
        const {first, others} = pagesInShort([...major, ...shown], onlyPages);
        const notes = major.map(({note}) => note);
        const more = brief ? [] : notes.slice(TOLD);
        return (
          <li key={slug}>
            <Heading>
              <Link to={`/updates/${slug}/`}>{title}</Link>
            </Heading>
            <PublishedOn published={published} />
            <p className="facts-line">
              {first.length > 1 ? 'Pages' : 'Page'}: <PageLinks ids={first} />
              {others && `, ${others}`}
            </p>
            {notes.length > 0 ? <Notes notes={notes.slice(0, brief ? 1 : TOLD)} /> : <p>Small corrections only.</p>}
            {more.length > 0 && (
              <details>
                <summary>
                  {countOf(more.length, 'more change', 'more changes')}
                  <span className="visually-hidden">: {title}</span>
                </summary>
                <Notes notes={more} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Notes({notes}: {notes: readonly string[]}) {
  return (
    <ul>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
