import Link from '@docusaurus/Link';
import {type Facet, type FacetTerm, FINDER} from '../../../model/pages/facets.ts';
import {GENERATED_PAGES} from '../../../model/pages/generated-pages.ts';
import {WayIn} from '../Links/Links.tsx';
import {useCatalogue, useText} from '../use-site.ts';

interface Props {
  facets: readonly Facet[];
  /** The value of this page. */
  current?: FacetTerm;
  /** How many case studies there are, on a page that does not list all: the counts are of these. */
  all?: number;
  /** Whether the script may turn the links into checkboxes, which refine the list on the same page. */
  refines?: boolean;
}

/**
 * The filters of the list of case studies: a page for each value. The `<details>` contains only its summary, as in the
 * header: style sheets show the list by its state, so that it is open where there is room.
 */
export function FacetLinks({facets, current, all, refines = false}: Props) {
  const {finder: t, home} = useText();
  return (
    <nav
      className="filters"
      aria-label={t.filter}
      {...(refines && {'data-filters': true, 'data-clear': t.clear, 'data-show': t.show})}
    >
      <details className="filters-toggle">
        <summary>{t.filter}</summary>
      </details>
      <div className="facets">
        {all !== undefined && <WayIn to={FINDER}>{home.seeAll(all)}</WayIn>}
        {facets.map((facet) => (
          <FacetGroup key={facet.id} facet={facet} current={current} />
        ))}
      </div>
    </nav>
  );
}

function FacetGroup({facet: {id, label, terms}, current}: {facet: Facet; current: FacetTerm | undefined}) {
  return (
    <section data-facet={id}>
      <h2>{label}</h2>
      <ul>
        {terms.map((term) => (
          <li key={term.id} data-value={term.id}>
            <Link to={term.address} {...(term.address === current?.address && {'aria-current': 'page'})}>
              {term.label}
            </Link>{' '}
            <span className="count">{term.count}</span>
            {term.meaning && <small>{term.meaning}</small>}
          </li>
        ))}
      </ul>
      {terms.some(({meaning}) => meaning) && <LabelsLink id={id} />}
    </section>
  );
}

/** A link to the meaning of every label, if the toolkit has that page. */
function LabelsLink({id}: Pick<Facet, 'id'>) {
  const {finder: t} = useText();
  const page = useCatalogue().pages.find((entry) => entry.id === GENERATED_PAGES.vocabularies);
  return (
    page && (
      <p>
        <Link to={`${page.address}#${id}`}>{t.labels}</Link>
      </p>
    )
  );
}
