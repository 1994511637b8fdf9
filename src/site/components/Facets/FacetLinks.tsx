import Link from '@docusaurus/Link';
import {type Facet, type FacetTerm, FINDER} from '../../../content/pages/facets.ts';
import {WayIn} from '../Links/Links.tsx';
import {Slot} from '../Slot/Slot.tsx';
import {template} from '../template.ts';
import {useText} from '../use-site.ts';

interface Props {
  facets: readonly Facet[];
  /** On a page that lists the case studies with one value: the value, and how many case studies there are. */
  current?: {facet: Facet; term: FacetTerm; all: number};
  /** Whether the script may turn the links into checkboxes, which refine the list on the same page. */
  refines?: boolean;
}

/**
 * The filters of the list of case studies: a page for each value. The `<details>` contains only its summary, as in the
 * header: style sheets show the list by its state, so that it is open where there is room.
 */
export function FacetLinks({facets, current, refines = false}: Props) {
  const {finder: t, home} = useText();
  const isShort = facets.flatMap(({terms}) => terms).length <= MAX_OPEN;
  const shown = current?.facet ?? facets[0];
  return (
    <nav
      className="filters"
      aria-label={t.filter}
      {...(refines && {'data-filters': true, 'data-clear': t.clear, 'data-show': template(t.show)})}
    >
      <details className="filters-toggle">
        <summary>{t.filter}</summary>
      </details>
      <div className="facets">
        {current && (
          <div>
            <WayIn to={FINDER}>{home.seeAll({count: current.all})}</WayIn>
            <Slot name="aside" at="filters" facet={current.facet.id} term={current.term.id} />
          </div>
        )}
        {facets.map((facet) => (
          <FacetGroup key={facet.id} facet={facet} current={current} isOpen={isShort || facet === shown} />
        ))}
      </div>
    </nav>
  );
}

/** More filters than this are one group on the screen, and the names of the others. */
const MAX_OPEN = 20;

/** Only the facet of the page has counts: those of the others would be of all case studies, next to a list of a few. */
function FacetGroup({facet, current, isOpen}: {facet: Facet; current: Props['current']; isOpen: boolean}) {
  const {id, label, terms} = facet;
  return (
    <details data-facet={id} open={isOpen}>
      <summary>
        <h2>{label}</h2>
      </summary>
      <ul>
        {terms.map((term) => (
          <li key={term.id} data-value={term.id}>
            <Link to={term.address} {...(term === current?.term && {'aria-current': 'page'})}>
              {term.label}
            </Link>{' '}
            {(!current || facet === current.facet) && <span className="count">{term.count}</span>}
            {term.meaning && <small>{term.meaning}</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}
