import Link from '@docusaurus/Link';
import {RATINGS} from '../../content/addresses/generated-routes.ts';
import {NOT_KNOWN, type Ratings, type Scale} from '../../content/pages/scales.ts';
import {useFrontMatter} from '../../site/components/front-matter.ts';
import {Rich} from '../../site/components/Rich/Rich.tsx';
import {Page} from '../../site/components/SiteFrame/Page.tsx';
import type {Parts} from '../../site/components/Slot/Slot.tsx';
import {useSiteFields, useText} from '../../site/components/use-site.ts';
import type {RatedGroup} from './feature.ts';
import './rated-pages.css';
import './ratings.css';

// biome-ignore lint/style/noDefaultExport: the theme imports the parts of every feature in one way.
export default {
  home: (place) => place.at === 'answer' && <RatedMarks ratings={place.ratings} />,
  title: ({at}) => at === 'page' && <RatedPanel />,
  pages: {RatingsPage},
} satisfies Parts;

/** Each rating of a page, with its scale. */
function RatedMarks({ratings}: {ratings: Ratings}) {
  const {scales} = useSiteFields().toolkit;
  return (
    <dl className="rated-marks">
      {scales.map(
        (scale) =>
          ratings[scale.id] && (
            <div key={scale.id}>
              <dt>{scale.label}</dt>
              <dd>
                <RatingMark scale={scale} step={ratings[scale.id]?.step} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** How a page is rated, with the reasons on request. */
function RatedPanel() {
  const {ratings: t, facts} = useText();
  const {scales} = useSiteFields().toolkit;
  const {ratings = {}, sources = []} = useFrontMatter();
  const rated = scales.map((scale) => ({scale, ...ratings[scale.id]})).filter(({step}) => step);
  const titleOf = (address: string) => sources.find(({url}) => url === address)?.title ?? address;
  if (rated.length === 0) return null;
  return (
    <section className="rated-panel" id="ratings" aria-label={t.panel}>
      <RatedMarks ratings={ratings} />
      <details>
        <summary>{t.why}</summary>
        <ul>
          {rated.map(({scale, reason, lowered_by: lowered, source}) => (
            <li key={scale.id}>
              <strong>{scale.label}.</strong> {reason} {lowered && t.lost({reasons: lowered.join('; ')})}{' '}
              {source && <Rich text={facts.source} with={{a: () => <a href={source}>{titleOf(source)}</a>}} />}
            </li>
          ))}
        </ul>
        <Link to={RATINGS}>{t.compare}</Link>
      </details>
    </section>
  );
}

/** The rated pages side by side, and what their ratings mean. */
function RatingsPage({groups}: {groups: readonly RatedGroup[]}) {
  const {ratings: t} = useText();
  const {scales} = useSiteFields().toolkit;
  const description = t.about({scales: scales.map(({label}) => label).join(', ')});
  return (
    <Page title={t.title} description={description} lead={groups.length > 0 ? t.lead : t.none} column="rated-pages">
      {groups.map((group) => (
        <RatedTable key={group.label ?? ''} {...group} />
      ))}
      <h2>{t.legend}</h2>
      <div className="rating-legend">
        {scales.map((scale) => (
          <section key={scale.id}>
            <h3>{scale.label}</h3>
            <p>{scale.description}</p>
            <dl>
              {scale.steps.map(({id, meaning}) => (
                <div key={id}>
                  <dt>
                    <RatingMark scale={scale} step={id} />
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="rating-legend">{t.notKnownAbout}</p>
    </Page>
  );
}

/** What is not known has no rank, so that it comes last in either order. */
function RatedTable({label, scales, pages}: RatedGroup) {
  const {ratings: t} = useText();
  const rankOf = ({steps}: Scale, step: string | undefined) => {
    const rank = steps.findIndex(({id}) => id === step);
    return rank < 0 ? undefined : rank;
  };
  return (
    <table className={scales.length === 1 ? 'by-row rated-table short' : 'by-row rated-table'} data-sortable>
      <caption>{label === undefined ? t.others : t.groups({label})}</caption>
      <thead>
        <tr>
          {[{id: '', label: t.page}, ...scales].map((column) => (
            <th key={column.id} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pages.map(({id, title, address, ratings}, index) => (
          <tr key={id}>
            <th scope="row" data-rank={index}>
              <Link to={address}>{title}</Link>
            </th>
            {scales.map((scale) => (
              <td key={scale.id} data-label={scale.label} data-rank={rankOf(scale, ratings[scale.id]?.step)}>
                <RatingMark scale={scale} step={ratings[scale.id]?.step} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The symbols that are drawn, in a square of 16: a shape, and lines on it. */
const DRAWN: Readonly<Record<string, readonly [shape: string, lines: string]>> = {
  padlock: ['M3 7h1.2V4.8a3.8 3.8 0 0 1 7.6 0V7H13v8H3ZM6 7h4V4.8a2 2 0 0 0-4 0Z', 'M8 10v2'],
  clock: ['M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z', 'M8 4.5V8l2.5 2'],
  warning: ['M8 1.5 15.2 14.5H.8Z', 'M8 6.2v3.6M8 11.6v1'],
};

/** A step in words, with as many symbols filled as it has marks. A frozen page may name one that the toolkit no longer has. */
function RatingMark({scale: {symbol = '', steps}, step = NOT_KNOWN}: {scale: Scale; step: string | undefined}) {
  const {ratings: t} = useText();
  const {label, marks} = steps.find(({id}) => id === step) ?? {label: step === NOT_KNOWN ? t.notKnown : step};
  const most = marks === undefined ? 0 : Math.max(...steps.map((other) => other.marks ?? 0));
  const [shape, lines] = DRAWN[symbol] ?? [];
  const symbols = Array.from({length: most}, (_, index) => {
    const [key, className] = [`${index}`, index < (marks ?? 0) ? 'on' : 'off'];
    return shape ? (
      <svg key={key} className={className} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={shape} fillRule="evenodd" />
        <path d={lines} />
      </svg>
    ) : (
      <span key={key} className={className}>
        {symbol}
      </span>
    );
  });
  return (
    <span className={step === NOT_KNOWN ? 'rating not-known' : 'rating'}>
      {most > 0 && (
        <span className="marks" aria-hidden="true">
          {symbols}
        </span>
      )}
      {label}
    </span>
  );
}
