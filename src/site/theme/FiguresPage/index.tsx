import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ListPage} from '../../../content/lists/list-pages.ts';
import {type CountedFigures, FIGURES_ADDRESS, FIGURES_FILE} from '../../../content/pages/figure.ts';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useSiteFields, useText} from '../../components/use-site.ts';

interface Props {
  /** How many figures and pages with figures there are in all. */
  total: {figures: number; pages: number};
  list: ListPage<CountedFigures>;
}

/** The pages with figures, with a link to them, and all figures as a file. */
export default function FiguresPage({total, list}: Props) {
  const {toolkit} = useSiteFields();
  const {figures: t, names, charts, format} = useText();
  const file = useBaseUrl(FIGURES_FILE);
  if (total.figures === 0) {
    return (
      <Page title={names.figures} description={t.about({found: names.figures, title: toolkit.title})} lead={t.nothing}>
        {null}
      </Page>
    );
  }
  const found = t.found({figures: total.figures, pages: total.pages});
  return (
    <Page
      title={names.figures}
      description={t.about({found, title: toolkit.title})}
      position={list}
      lead={t.lead({found})}
      intro={<p>{t.intro}</p>}
      column={null}
    >
      <section className="document-contents">
        <h2>{t.byPage}</h2>
        <p>
          <a className="way-in" href={file}>
            {t.download}
          </a>
        </p>
        {[...Map.groupBy(list.items, ({group}) => group)].map(([label, members]) => (
          <section key={label}>
            {label && <h3>{label}</h3>}
            <ul>
              {members.map(({id, address, title, count, charts: drawn}) => (
                <li key={id}>
                  <Link to={address}>{title}</Link> <span className="count">{format.number(count)}</span>
                  {drawn.map((chart) => (
                    <p key={chart.address}>
                      <Link to={chart.address}>{charts.named({title: chart.title})}</Link>
                    </p>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
        <Pagination list={FIGURES_ADDRESS} {...list} />
      </section>
    </Page>
  );
}
