import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {addressesOf} from '../../content/api/api-addresses.ts';
import {firstDayOf} from '../../content/history.ts';
import {useCatalogue, useRecords} from '../use-site.ts';

/** How much of a note an example needs. */
const NOTE_LENGTH = 60;

/** The front page as programs get it, shortened. */
export function DataExample() {
  const {url, baseUrl} = useDocusaurusContext().siteConfig;
  const {toolkit: history} = useRecords();
  const page = useCatalogue().pages.find(({id}) => id === 'index');
  if (!page) return null;
  const [newest] = history.major;
  const item = {
    base_path: addressesOf(page.address, {url, baseUrl}).base_path,
    title: page.title,
    document_type: 'guidance',
    first_published_at: firstDayOf(history),
    public_updated_at: history.lastUpdated?.latest ?? null,
    details: {
      change_history: newest
        ? [{public_timestamp: newest.published.latest, note: `${newest.note.slice(0, NOTE_LENGTH)}…`}]
        : [],
    },
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and only what has the focus can be scrolled by keyboard.
    <pre tabIndex={0}>
      <code>{JSON.stringify(item, undefined, 2)}</code>
    </pre>
  );
}
