import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {CountedFigures} from '../../content/figures/figure.ts';
import {FIGURES_FILE, figuresOfPage} from '../../content/figures/figures-address.ts';

/** The pages that give figures, in their groups, each leading to its own; and all of them as a file. */
export function FigureIndex({pages}: {pages: readonly CountedFigures[]}) {
  return (
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
  );
}
