import Link from '@docusaurus/Link';
import {useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import {Fragment} from 'react';
import {errataOf, redactionsOf} from '../../content/corrections.ts';
import {formatDay} from '../../content/format-date.ts';
import {editionAddress, qualifiedId} from '../../content/page-id.ts';
import {compareText} from '../../content/problem.ts';
import {PublishedDate, UpdateLink} from '../Changes/PageLinks.tsx';
import {countOf, useCatalogue, useRecords} from '../use-site.ts';

/** Above the words of an edition, which never change: what is wrong in them. */
export function Errata({edition, pageId}: {edition: string; pageId: string}) {
  const errata = errataOf(useRecords().corrections, edition, pageId);
  if (errata.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="errata">
      <h2 id="errata">Errata: put right since this edition</h2>
      <p>The words of an edition stay as they were frozen. Where they differ from what stands here, this is right.</p>
      <ul>
        {errata.map(({update, published, note, pages}) => (
          <li key={update + note}>
            <PublishedDate published={published} />: {note}{' '}
            {pageId === 'index' && <OwnPages edition={edition} ids={pages} />}
            See the update: <UpdateLink target={update} />
          </li>
        ))}
      </ul>
      {pageId === 'index' && <EditionPages />}
    </section>
  );
}

/** The pages of the edition that an erratum is about, beside the one that the reader is on. */
function OwnPages({edition, ids}: {edition: string; ids: readonly string[]}) {
  const {pages} = useRecords();
  const {pages: guidance, caseStudies} = useCatalogue();
  const titles = new Map([...guidance, ...caseStudies].map(({id, title}) => [id, title]));
  const own = ids.filter((id) => id !== 'index' && pages[qualifiedId(id, edition)]);
  return own.map((id) => (
    <Fragment key={id}>
      <Link to={editionAddress(edition, id)}>{titles.get(id) ?? id}</Link>.{' '}
    </Fragment>
  ));
}

/** Every page that an edition has by now, by title: its own front page may list fewer. */
function EditionPages() {
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

/** Above the words of an edition: on which day some were taken out, and why. */
export function Redactions({edition, pageId}: {edition: string; pageId: string}) {
  const {redactions = []} = useRecords().editions.find(({name}) => name === edition) ?? {};
  return redactionsOf(redactions, pageId).map(({on, update, why, what, count}) => (
    <p className="notice" key={update + what}>
      <strong>
        {what === 'words'
          ? `Words were taken out of this page on ${formatDay(on)}.`
          : `${countOf(count, 'page was', 'pages were')} taken out of this edition on ${formatDay(on)}.`}
      </strong>{' '}
      Why: {why} <UpdateLink target={update} />
    </p>
  ));
}
