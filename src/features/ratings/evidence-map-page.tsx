import Link from '@docusaurus/Link';
import {EVIDENCE_MAP, RATINGS} from '../../content/addresses/generated-routes.ts';
import {withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {type Faceted, FINDER, facetAddress} from '../../content/pages/facets.ts';
import {EVIDENCE_IDS} from '../../content/schemas/case-study-schema.ts';
import {guidanceVocabularies, type Term, type Vocabulary} from '../../content/schemas/vocabulary-schema.ts';
import {WayIn} from '../../site/components/Links/Links.tsx';
import {ScrollingTable} from '../../site/components/Prose/ScrollingTable.tsx';
import {Page} from '../../site/components/SiteFrame/Page.tsx';
import {Slot} from '../../site/components/Slot/Slot.tsx';
import {useCatalogue, useEditionNamed, useRecords, useSiteFields, useText} from '../../site/components/use-site.ts';

/** Case studies by the terms of two vocabularies, today or as they were in an edition. */
export function EvidenceMapPage(frozen: {edition?: string; studies?: readonly Faceted[]}) {
  const {evidenceMap: t, ratings, evidence, format} = useText();
  const [rows, columns] = guidanceVocabularies(useSiteFields().toolkit);
  const live = withoutWithdrawn(useCatalogue().caseStudies);
  const edition = useEditionNamed()(frozen.edition);
  const otherEditions = useRecords().editions.filter(({name}) => name !== frozen.edition);
  if (!rows || !columns) return null;
  const caption = t.caption({rows: rows.label, columns: columns.label});
  const title = edition ? t.titleIn({edition: format.inWords(edition)}) : t.title;
  const nameOf = ({id, label}: Term, {address}: Vocabulary) =>
    edition ? label : <Link to={facetAddress(address, id)}>{label}</Link>;
  const cellOf = (row: Term, column: Term) => {
    const places = [{vocabulary: rows, term: row} as const, {vocabulary: columns, term: column} as const];
    const found = (frozen.studies ?? live).filter(({terms}) =>
      places.every(({vocabulary, term}) => terms[vocabulary.key]?.includes(term.id)),
    );
    return <MapCell places={places} found={found.map((study) => study.evidence)} isLive={!edition} />;
  };
  return (
    <Page title={title} description={`${caption}. ${t.lead}`} lead={t.lead} column="rated-pages">
      <p className="dot-key">
        {t.key}
        {EVIDENCE_IDS.map((id) => (
          <span key={id}>
            <Dot evidence={id} /> {evidence.labels[id]}
          </span>
        ))}
      </p>
      <p className="facts-line">{edition ? t.frozen : t.toCell}</p>
      <ScrollingTable className="evidence-map">
        <thead>
          <tr>
            <th scope="col">{rows.label}</th>
            {columns.terms.map((column) => (
              <th key={column.id} scope="col">
                {nameOf(column, columns)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.terms.map((row) => (
            <tr key={row.id}>
              <th scope="row">{nameOf(row, rows)}</th>
              {columns.terms.map((column) => (
                <td key={column.id}>{cellOf(row, column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      {edition && <WayIn to={EVIDENCE_MAP}>{t.live}</WayIn>}
      {otherEditions.map((other) => (
        <WayIn key={other.name} to={`${EVIDENCE_MAP}${other.name}/`}>
          {t.inEdition({edition: format.inWords(other)})}
        </WayIn>
      ))}
      <WayIn to={RATINGS}>{ratings.title}</WayIn>
    </Page>
  );
}

/** More marks do not fit into a cell. */
const MOST_DOTS = 8;

interface Cell {
  places: readonly {vocabulary: Vocabulary; term: Term}[];
  found: readonly Faceted['evidence'][];
  isLive: boolean;
}

/** A link to the case studies on two terms; where there are none, to a form for the first. */
function MapCell({places, found, isLive}: Cell) {
  const {evidenceMap: t, evidence} = useText();
  const of = places.map(({term}) => term.label).join(', ');
  if (found.length === 0) {
    const terms = Object.fromEntries(places.map(({vocabulary, term}) => [vocabulary.key, term.label]));
    return isLive ? <Slot name="aside" at="gap" terms={terms} text={t.propose({of})} /> : null;
  }
  const counts = [...Map.groupBy(found, (id) => id)].map(([id, all]) => `${all.length} ${evidence.labels[id]}`);
  const dots = EVIDENCE_IDS.toReversed().flatMap((id) => found.filter((one) => one === id));
  const cell = (
    <>
      {dots.slice(0, MOST_DOTS).map((id, index) => (
        <Dot key={index} evidence={id} />
      ))}
      {dots.length > MOST_DOTS && '+'}
      <span className="visually-hidden">{`${counts.join(', ')}: ${of}`}</span>
    </>
  );
  const query = new URLSearchParams(places.map(({vocabulary, term}) => [vocabulary.address, term.id]));
  return isLive ? <Link to={`${FINDER}?${query}`}>{cell}</Link> : cell;
}

/** A ring, half filled for what was evaluated, filled for what someone independent found. */
function Dot({evidence}: Pick<Faceted, 'evidence'>) {
  return (
    <svg className={`dot ${evidence}`} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.5" />
      {evidence === 'evaluated' && <path d="M7 1.5a5.5 5.5 0 0 1 0 11Z" />}
    </svg>
  );
}
