import Link from '@docusaurus/Link';
import type {Figure, PageFigures} from '../../content/figures/figure.ts';
import {NOT_STATED} from '../../content/figures/figure.ts';
import {ScrollingTable} from '../Prose/ScrollingTable.tsx';
import {UnavailableSince} from '../Sources/UnavailableSince.tsx';

/** The figures of one page, in the order of its text; each leads to the section in which it stands. */
export function FigureTable({page: {address, figures}}: {page: PageFigures}) {
  return (
    <ScrollingTable>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">What it counts</th>
          <th scope="col">Year</th>
          <th scope="col">Area</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({figure, what, year, area, source, anchor}, index) => (
          <tr key={index}>
            <td>{anchor ? <Link to={`${address}#${anchor}`}>{figure}</Link> : figure}</td>
            <td>{what}</td>
            <td>{year}</td>
            <td>{area}</td>
            <td>
              <SourceLink source={source} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function SourceLink({source}: Pick<Figure, 'source'>) {
  if (!source?.url) return source?.title ?? NOT_STATED;
  return source.url.startsWith('/') ? (
    <Link to={source.url}>{source.title}</Link>
  ) : (
    <>
      <a href={source.url}>{source.title}</a>
      <UnavailableSince address={source.url} />
    </>
  );
}
