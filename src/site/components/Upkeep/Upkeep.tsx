import Link from '@docusaurus/Link';
import {formatDay} from '../../../format/format-date.ts';
import {LinkList} from '../Links/Links.tsx';
import {ScrollingTable} from '../Prose/ScrollingTable.tsx';
import {countOf, useSiteData, useSiteFields} from '../use-site.ts';

/** How the toolkit is kept up to date, in numbers of the day of the build, each with the way to what was counted. */
export function Upkeep() {
  const facts = useSiteData().upkeep;
  const {today} = useSiteFields();
  return (
    <div className="upkeep" id="upkeep">
      <p>These numbers were counted on {formatDay(today)}, when this page was made.</p>
      <ScrollingTable>
        <thead>
          <tr>
            <th scope="col">What was counted</th>
            <th scope="col">Number</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({what, value, pages, others, more}) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>
                {value}
                {more && (
                  <>
                    . <Link to={more.address}>{more.title}</Link>
                  </>
                )}
                {pages && (
                  <details>
                    <summary>
                      Which pages <span className="visually-hidden">({what})</span>
                    </summary>
                    <LinkList links={pages.map(({title, address}) => ({label: title, to: address}))} />
                    {others && <p>and {countOf(others, 'more page', 'more pages')}</p>}
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </div>
  );
}
