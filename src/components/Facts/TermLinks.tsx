import Link from '@docusaurus/Link';
import {addressOf} from '../../content/page-id.ts';
import type {Term} from '../../content/schemas/toolkit-schema.ts';

interface Props {
  ids: readonly string[];
  vocabulary: readonly Term[];
}

/** Terms of a vocabulary, each linked to the page about it where there is one. */
export function TermLinks({ids, vocabulary}: Props) {
  return (
    <ul>
      {ids.map((id) => {
        // An edition may name a term that the vocabulary of today no longer has.
        const {label, page} = vocabulary.find((term) => term.id === id) ?? {label: id};
        return <li key={id}>{page ? <Link to={addressOf(page)}>{label}</Link> : label}</li>;
      })}
    </ul>
  );
}
