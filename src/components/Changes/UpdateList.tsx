import Link from '@docusaurus/Link';
import type {PublishedUpdate} from '../../content/page-record.ts';
import {PublishedOn} from './PublishedOn.tsx';

interface Props {
  updates: readonly PublishedUpdate[];
  /** Show only the changes that name one of these pages. */
  onlyPages?: ReadonlySet<string>;
  heading?: 'h2' | 'h3';
  /** Tell only the first of the notes of each update. */
  brief?: boolean;
}

/** Updates with what they tell readers; small corrections are counted, not told. */
export function UpdateList({updates, onlyPages, heading: Heading = 'h2', brief = false}: Props) {
  return (
    <ul className="entry-list">
      {updates.map(({slug, title, published, changes}) => {
        const shown = changes.filter(({pages}) => !onlyPages || pages.some((id) => onlyPages.has(id)));
        const major = shown.filter(({significance}) => significance === 'major');
        return (
          <li key={slug}>
            <Heading>
              <Link to={`/updates/${slug}/`}>{title}</Link>
            </Heading>
            <PublishedOn published={published} />
            {major.length > 0 ? (
              <ul>
                {major.slice(0, brief ? 1 : major.length).map(({note}) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            ) : (
              <p>Small corrections only.</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
