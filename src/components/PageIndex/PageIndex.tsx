import Link from '@docusaurus/Link';
import type {CataloguePage} from '../../content/catalogue.ts';
import {MADE_PAGES} from '../../content/made-pages.ts';
import {compareText} from '../../content/problem.ts';
import {useCatalogue} from '../use-site.ts';

type Entry = Pick<CataloguePage, 'address' | 'title' | 'withdrawn'>;

/** Every page and case study under its first letter, and the pages that the build makes. */
export function PageIndex() {
  const {pages, caseStudies} = useCatalogue();
  return (
    <div className="a-to-z">
      {groupByLetter([...pages, ...caseStudies, ...MADE_PAGES]).map(([letter, entries]) => (
        <section key={letter}>
          <h3>{letter}</h3>
          <ul>
            {entries.map(({address, title, withdrawn}) => (
              <li key={address}>
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

function groupByLetter(entries: readonly Entry[]): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries.toSorted((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()))) {
    const letter = entry.title.charAt(0).toUpperCase();
    groups.set(letter, [...(groups.get(letter) ?? []), entry]);
  }
  return [...groups];
}
