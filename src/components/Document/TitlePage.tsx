import useBaseUrl from '@docusaurus/useBaseUrl';
import {DOCUMENT} from '../../content/document/document-parts.ts';
import {formatDay} from '../../content/format-date.ts';
import {Fact} from '../Facts/Fact.tsx';
import {Licence} from '../Licence/Licence.tsx';
import {PublisherNotice} from '../PublisherNotice/PublisherNotice.tsx';
import {useSiteFields} from '../use-site.ts';

/** What stands before the document: what it is, who publishes it, of what day it is, and what may be done with it. */
export function TitlePage({kind}: {kind: string}) {
  const {toolkit, today} = useSiteFields();
  const {title, strapline, publisher, phase, licence} = toolkit;
  const address = useBaseUrl(DOCUMENT, {absolute: true});
  return (
    <header className="page-head title-page">
      <p className="kind">{kind}</p>
      <h1>{title}</h1>
      <p className="lead">{strapline}</p>
      <PublisherNotice />
      <dl className="review">
        <Fact term="Publisher">{publisher}</Fact>
        <Fact term="Phase">{phase.text}</Fact>
        <Fact term="As at">{formatDay(today)}: pages may have changed since</Fact>
        <Fact term="Licence">
          <Licence {...licence} />
        </Fact>
        <Fact term="Address">
          <a href={address}>{address}</a>
        </Fact>
      </dl>
    </header>
  );
}
