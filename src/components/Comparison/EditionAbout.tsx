import Link from '@docusaurus/Link';
import {useRecords} from '../use-site.ts';

/** What an edition is: some restate an earlier text, and a difference from those says less. */
export function EditionAbout({name}: {name: string}) {
  const edition = useRecords().editions.find((candidate) => candidate.name === name);
  return (
    <div className="notice">
      <p>
        <Link to={`/toolkit/${name}/`}>Edition {name}</Link>: {edition?.about}
      </p>
    </div>
  );
}
