import Link from '@docusaurus/Link';
import {termUpdates} from '../../content/feeds/feed-addresses.ts';
import type {Term} from '../../content/schemas/toolkit-schema.ts';
import {useRecords} from '../use-site.ts';

interface Props {
  title: string;
  terms: readonly Term[];
}

/** The ways to the updates on each term of a vocabulary whose pages some update names. */
export function UpdatesByTerm({title, terms}: Props) {
  const {updatedTerms} = useRecords();
  const updated = terms.filter(({id}) => updatedTerms.includes(id));
  if (updated.length === 0) return null;
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {updated.map(({id, label}) => (
          <li key={id}>
            <Link to={termUpdates(id)}>{label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
