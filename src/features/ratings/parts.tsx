import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {type ComponentProps, type ElementType, useContext} from 'react';
import {RATINGS} from '../../content/addresses/generated-routes.ts';
import {NOT_KNOWN, type Ratings, type Scale} from '../../content/pages/scales.ts';
import type {Source} from '../../content/schemas/source-schema.ts';
import {useFrontMatter} from '../../site/components/front-matter.ts';
import {Rich} from '../../site/components/Rich/Rich.tsx';
import {Section} from '../../site/components/Section/Section.tsx';
import {Page} from '../../site/components/SiteFrame/Page.tsx';
import type {Parts} from '../../site/components/Slot/Slot.tsx';
import {useSourceNumber} from '../../site/components/Sources/sources.ts';
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
  const {ratings: t} = useText();
  const {anchorOf} = useContext(Section);
  const {scales} = useSiteFields().toolkit;
  const {ratings = {}, sources = []} = useFrontMatter();
  const rated = scales.map((scale) => ({scale, ...ratings[scale.id]})).filter(({step}) => step);
  if (rated.length === 0) return null;
  return (
    <section className="rated-panel" id={anchorOf('ratings')} aria-label={t.panel}>
      <RatedMarks ratings={ratings} />
      <details>
        <summary>{t.why}</summary>
        <ul>
          {rated.map(({scale, ...rating}) => (
            <li key={scale.id}>
              <strong>{scale.label}.</strong> <Reason {...rating} sources={sources} link={NumberedLink} />
            </li>
          ))}
        </ul>
        <Link to={RATINGS}>{t.compare}</Link>
      </details>
    </section>
  );
}

/** A source of the page, with its number there. */
function NumberedLink({href, children}: ComponentProps<'a'>) {
  return (
    <a href={href} {...useSourceNumber(href)}>
      {children}
    </a>
  );
}

/** Why a page is rated as it is, and what that rests on. */
function Reason({
  reason,
  lowered_by: lowered,
  source,
  sources,
  link: SourceLink = 'a',
}: Partial<Ratings[string]> & {sources: readonly Source[]; link?: ElementType<ComponentProps<'a'>>}) {
  const {ratings: t, facts} = useText();
  const title = sources.find(({url}) => url === source)?.title ?? source;
  return (
    <>
      {reason} {lowered && t.lost({reasons: lowered.join('; ')})}{' '}
      {source && <Rich text={facts.source} with={{a: () => <SourceLink href={source}>{title}</SourceLink>}} />}
    </>
  );
}

/** The rated pages side by side, and what their ratings mean. */
function RatingsPage({about, groups}: {about: string; groups: readonly RatedGroup[]}) {
  const {ratings: t, charts} = useText();
  const {scales} = useSiteFields().toolkit;
  const address = useBaseUrl(RATINGS, {absolute: true});
  return (
    <Page
      title={t.title}
      description={about}
      lead={groups.length > 0 ? t.lead : t.none}
      intro={
        groups.length > 0 && (
          <>
            <p data-needs-script>
              {t.share} <code className="visually-hidden">{address}</code>{' '}
              <button type="button" hidden data-copied={charts.copied}>
                {t.copy}
              </button>
            </p>
            <label className="only-ticked">
              <input type="checkbox" value="only" /> {t.only}
            </label>
          </>
        )
      }
      column="rated-pages"
    >
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
    <div className="rated">
      <table className="by-row rated-table" data-sortable>
        <caption>{label === undefined ? t.others : t.groups({label})}</caption>
        <thead>
          <tr>
            {[{id: '', label: t.page}, ...scales].map((column) => (
              <th key={column.id} scope="col" data-sort={column.id}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pages.map(({id, title, address, ratings, sources}, index) => (
            <tr key={id}>
              <th scope="row" data-rank={index}>
                <Link to={address}>{title}</Link>
                <label>
                  <input type="checkbox" value={id} aria-label={t.tick({page: title})} /> {t.tickShort}
                </label>
              </th>
              {scales.map((scale) => (
                <td key={scale.id} data-label={scale.label} data-rank={rankOf(scale, ratings[scale.id]?.step)}>
                  <RatingMark scale={scale} step={ratings[scale.id]?.step} />{' '}
                  <p className="reason">
                    <Reason {...ratings[scale.id]} sources={sources} />
                  </p>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {scales.map(({id: scale, label: name}) => {
        const unknown = pages.filter(({ratings}) => ratings[scale]?.step === NOT_KNOWN);
        const titles = unknown.map(({title}) => title).join(', ');
        return (
          titles && (
            <p key={scale} className="not-comparable">
              {t.notComparable({scale: name, pages: titles})}
            </p>
          )
        );
      })}
    </div>
  );
}

/** The symbols that are drawn, in the box of all icons: a shape, and lines on it. A book is as on the shelf. */
const DRAWN: Readonly<Record<string, readonly [shape: string, lines: string]>> = {
  book: ['M7 2h10v20H7Z', 'M7 8h10'],
  clock: ['M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Z', 'M12 6.5V12l4 3'],
  warning: ['M12 3 22.5 21.5h-21Z', 'M12 9.5v5M12 17.5v1'],
};

/** A step in words, with as many symbols filled as it has marks. A frozen page may name one that the toolkit no longer has. */
function RatingMark({scale: {symbol = '', steps}, step = NOT_KNOWN}: {scale: Scale; step: string | undefined}) {
  const {ratings: t} = useText();
  const {label, marks} = steps.find(({id}) => id === step) ?? {label: step === NOT_KNOWN ? t.notKnown : step};
  const most = marks === undefined ? 0 : Math.max(...steps.map((other) => other.marks ?? 0));
  const [shape, lines] = DRAWN[symbol] ?? [];
  const symbols = Array.from({length: most}, (_, index) => {
    const isOn = index < (marks ?? 0);
    const [key, className] = [`${index}`, isOn ? 'on' : 'off'];
    return shape ? (
      <svg key={key} className={`icon ${className}`} viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
        <path d={shape} className={isOn ? 'filled' : undefined} />
        {isOn && <path d={lines} className="cut" />}
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
