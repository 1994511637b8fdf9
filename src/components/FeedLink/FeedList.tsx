import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {feedOfPage, termUpdates} from '../../content/feeds/feed-addresses.ts';
import type {Term} from '../../content/schemas/toolkit-schema.ts';

interface Props {
  title: string;
  terms: readonly Term[];
}

/** The feeds of a vocabulary; one without pages yet has one too, to be told of the first. */
export function FeedList({title, terms}: Props) {
  const {withBaseUrl} = useBaseUrlUtils();
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {terms.map(({id, label}) => (
          <li key={id}>
            <a href={withBaseUrl(feedOfPage(termUpdates(id)))}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
