import Link from '@docusaurus/Link';
import type {Facet} from '../../content/facets.ts';
import {addressOf} from '../../content/page-id.ts';
import type {Term} from '../../content/schemas/toolkit-schema.ts';

interface Props {
  ids: readonly string[];
  vocabulary: readonly Term[];
  /** The facet of the vocabulary, where any case study has a value of it. */
  facet: Facet | undefined;
}

/** Terms of a vocabulary, each linked to the page about it, else to its case studies. */
export function TermLinks({ids, vocabulary, facet}: Props) {
  return (
    <ul>
      {ids.map((id) => {
        // An edition may name a term that the vocabulary of today no longer has.
        const {label, page} = vocabulary.find((term) => term.id === id) ?? {label: id};
        const to = page ? addressOf(page) : facet?.terms.find((term) => term.id === id)?.address;
        return <li key={id}>{to ? <Link to={to}>{label}</Link> : label}</li>;
      })}
    </ul>
  );
}
