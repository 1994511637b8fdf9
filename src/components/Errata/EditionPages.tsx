import Link from '@docusaurus/Link';
import {useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import {editionAddress} from '../../content/page-id.ts';
import {compareText} from '../../content/problem.ts';
import {countOf} from '../wording.ts';

/** Every page that an edition has by now, by title: its own front page may list fewer. */
export function EditionPages() {
  const {docs, label} = useDocsVersion();
  const pages = Object.values(docs).toSorted((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()));
  return (
    <details open>
      <summary>{countOf(pages.length, 'page', 'pages')} of this edition, from A to Z</summary>
      <ul>
        {pages.map(({id, title}) => (
          <li key={id}>
            <Link to={editionAddress(label, id)}>{title}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
