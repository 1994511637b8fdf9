import Link from '@docusaurus/Link';
import {comparisonAddress, sinceAddress} from '../../content/differences/addresses.ts';
import {useRecords} from '../use-site.ts';
import {countOf} from '../wording.ts';

/** The live text and every edition, each with what it is. */
export function EditionList() {
  const {editions} = useRecords();
  return (
    <ul className="entry-list">
      <li>
        <h2>
          <Link to="/toolkit/">Live</Link>
        </h2>
        <p>The text as it stands today. It is updated as things change, and each change has a public note.</p>
      </li>
      {editions.map(({name, about, complete, pages}) => (
        <li key={name}>
          <h2>
            <Link to={`/toolkit/${name}/`}>Edition {name}</Link>
          </h2>
          <p className="facts-line">
            {countOf(pages, 'page', 'pages')}
            {!complete && ', still being restated: it may gain pages, and never changes one'}
          </p>
          <p>{about}</p>
          <p>
            <Link to={sinceAddress(name)}>
              What changed after it, and what to do<span className="visually-hidden"> (edition {name})</span>
            </Link>
            {' · '}
            <Link to={comparisonAddress(name)}>
              The two texts beside each other<span className="visually-hidden"> (edition {name} and live)</span>
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
