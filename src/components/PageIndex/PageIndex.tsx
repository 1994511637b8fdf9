import Link from '@docusaurus/Link';
import type {CataloguePage} from '../../content/catalogue.ts';
import {compareText} from '../../content/problem.ts';
import {useCatalogue} from '../use-site.ts';

/** Every page and case study under its first letter. */
export function PageIndex() {
  const {pages, caseStudies} = useCatalogue();
  return (
    <div className="a-to-z">
      {groupByLetter([...pages, ...caseStudies]).map(([letter, entries]) => (
        <section key={letter}>
          <h3>{letter}</h3>
          <ul>
            {entries.map(({id, address, title, withdrawn}) => (
              <li key={id}>
                <Link to={address}>{title}</Link>
                {withdrawn && ' (withdrawn)'}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function groupByLetter(entries: readonly CataloguePage[]): [string, CataloguePage[]][] {
  const groups = new Map<string, CataloguePage[]>();
  for (const entry of entries.toSorted((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()))) {
    const letter = entry.title.charAt(0).toUpperCase();
    groups.set(letter, [...(groups.get(letter) ?? []), entry]);
  }
  return [...groups];
}
