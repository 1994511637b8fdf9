import Link from '@docusaurus/Link';
import {useRecords} from '../use-site.ts';

/** What the editions of a comparison are: what was restated is no copy, and a difference from it says less. */
export function EditionAbout({names}: {names: readonly string[]}) {
  const editions = useRecords().editions.filter(({name}) => names.includes(name));
  return (
    <div className="notice">
      {editions.toReversed().map(({name, about}) => (
        <p key={name}>
          <Link to={`/toolkit/${name}/`}>Edition {name}</Link>: {about}
        </p>
      ))}
    </div>
  );
}
