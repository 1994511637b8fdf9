import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ListPage} from '../../../model/lists/list-pages.ts';
import {
  type CountedFigures,
  FIGURES_ADDRESS,
  FIGURES_FILE,
  figuresOfPage,
  NOT_STATED,
} from '../../../model/pages/figure.ts';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {countOf, useSiteFields} from '../../components/use-site.ts';

interface Props {
  /** How many figures and pages with figures there are in all. */
  total: {figures: number; pages: number};
  list: ListPage<CountedFigures>;
}

/** The pages with figures, with a link to them, and all figures as a file. */
export default function FiguresPage({total, list}: Props) {
  const {toolkit} = useSiteFields();
  const file = useBaseUrl(FIGURES_FILE);
  if (total.figures === 0) {
    return (
      <Page
        title="Figures"
        description={`Figures of ${toolkit.title}, with year, area and source.`}
        lead="No page has figures in a table, in a chart or as outcomes yet."
      >
        {null}
      </Page>
    );
  }
  const found = `${countOf(total.figures, 'figure', 'figures')} on ${countOf(total.pages, 'page', 'pages')}`;
  return (
    <Page
      title="Figures"
      description={`${found} of ${toolkit.title}, with year, area and source.`}
      position={list}
      lead={`${found}, with the year, area and source that the page states for each. Where the page states none, the list says “${NOT_STATED}”.`}
      intro={
        <p>
          These are the figures from evidence tables, from charts and from the outcomes of case studies, as they are
          today. Figures in the text of a page have their source next to them there. Withdrawn pages and editions are
          not included.
        </p>
      }
      column={null}
    >
      <section className="document-contents">
        <h2>Figures by page</h2>
        <p>
          <a className="way-in" href={file}>
            Download all figures as a CSV file
          </a>
        </p>
        {[...Map.groupBy(list.items, ({group}) => group)].map(([label, members]) => (
          <section key={label}>
            {label && <h3>{label}</h3>}
            <ul>
              {members.map(({id, title, count}) => (
                <li key={id}>
                  <Link to={figuresOfPage(id)}>{title}</Link> <span className="count">{count}</span>
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
