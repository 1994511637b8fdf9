import Link from '@docusaurus/Link';
import {useContext} from 'react';
import {LinkList} from '../Links/Links.tsx';
import {ScrollingTable} from '../Prose/ScrollingTable.tsx';
import {Rich} from '../Rich/Rich.tsx';
import {Section} from '../Section/Section.tsx';
import {useSiteData, useSiteFields, useText} from '../use-site.ts';

/** How the toolkit is kept up to date, in numbers of the day of the build, each with the way to what was counted. */
export function Upkeep() {
  const facts = useSiteData().upkeep;
  const {today} = useSiteFields();
  const {upkeep: t, counts, format} = useText();
  const {anchorOf} = useContext(Section);
  return (
    <div className="upkeep" id={anchorOf('upkeep')}>
      <p>{t.counted({day: format.day(today)})}</p>
      <ScrollingTable>
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.number}</th>
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
                      <Rich text={t.which} with={{what: () => what}} />
                    </summary>
                    <LinkList links={pages.map(({title, address}) => ({label: title, to: address}))} />
                    {others && <p>{counts.morePages({count: others})}</p>}
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
