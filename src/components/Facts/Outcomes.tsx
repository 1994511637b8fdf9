import type {CaseStudy} from '../../content/schemas/case-study-schema.ts';
import type {Source} from '../../content/schemas/source-schema.ts';
import {UnavailableSince} from '../Sources/UnavailableSince.tsx';

interface Props {
  outcomes: NonNullable<CaseStudy['outcomes']>;
  sources: readonly Source[];
}

/** What came of it: each figure with what it counts, its year and its source. */
export function Outcomes({outcomes, sources}: Props) {
  return (
    <ul className="outcomes">
      {outcomes.map(({figure, what, year, source}) => (
        <li key={`${figure} ${what}`}>
          <strong>{figure}</strong> {what}
          {year && ` (${year})`}.{' '}
          <small>
            Source:{' '}
            <a className="among-sources" href={source}>
              {sources.find(({url}) => url === source)?.title ?? source}
            </a>
            <UnavailableSince address={source} />
          </small>
        </li>
      ))}
    </ul>
  );
}
