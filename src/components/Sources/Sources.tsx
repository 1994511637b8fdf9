import type {Source} from '../../content/schemas/source-schema.ts';
import {UnavailableSince} from './UnavailableSince.tsx';

/** The publications that the words of the page rest on. */
export function Sources({sources}: {sources: readonly Source[]}) {
  if (sources.length === 0) return null;
  return (
    <section className="sources">
      <h2 id="sources">Sources</h2>
      <ul>
        {sources.map(({title, publisher, year, url}) => (
          <li key={url}>
            <a href={url}>{title}</a>, {publisher}
            {year && `, ${year}`}
            <UnavailableSince address={url} />
          </li>
        ))}
      </ul>
    </section>
  );
}
