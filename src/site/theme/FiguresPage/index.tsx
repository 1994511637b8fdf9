import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {type CountedFigures, FIGURES_FILE, figuresOfPage, NOT_STATED} from '../../../model/pages/figure.ts';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {countOf, useSiteFields} from '../../components/use-site.ts';

/** Every page with figures, with a link to them, and all figures as a file. */
export default function FiguresPage({pages}: {pages: readonly CountedFigures[]}) {
  const {toolkit} = useSiteFields();
  const figures = pages.reduce((sum, {count}) => sum + count, 0);
  const found = `${countOf(figures, 'figure', 'figures')} on ${countOf(pages.length, 'page', 'pages')}`;
  return (
    <Page
      title="Figures"
      description={`${found} of ${toolkit.title}, with year, area and source.`}
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
          <a className="way-in" href={useBaseUrl(FIGURES_FILE)}>
            Download all figures as a CSV file
          </a>
        </p>
        {[...Map.groupBy(pages, ({group}) => group)].map(([label, members]) => (
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
      </section>
    </Page>
  );
}
