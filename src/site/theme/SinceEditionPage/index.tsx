import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {comparisonAddress, sinceFile} from '../../../model/routes/difference-addresses.ts';
import type {CountedChange} from '../../../model/updates/change-labels.ts';
import type {UpdateSince} from '../../../outputs/differences/since-edition.ts';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {Changes} from '../../components/Changes/Changes.tsx';
import {PublishedOn} from '../../components/Changes/PageLinks.tsx';
import {EditionAbout} from '../../components/EditionBanner/EditionBanner.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {countOf} from '../../components/use-site.ts';

interface Props {
  edition: string;
  updates: readonly UpdateSince[];
}

/** For those who adopted an edition: what to do, and every major change since with whom it affects. */
export default function SinceEditionPage({edition, updates}: Props) {
  const title = `Since edition ${edition}`;
  const file = useBaseUrl(sinceFile(edition));
  const changes = updates.flatMap((update) => update.changes);
  const hasChanged = changes.length > 0;
  return (
    <SiteFrame title={title} description={`What changed since edition ${edition}, whom it affects and what to do.`}>
      <Breadcrumbs trail={[{label: 'Editions', to: '/editions/'}, {label: title}]} />
      <div className="list-page since">
        <header className="page-head">
          <h1>
            Since <span className="nowrap">edition {edition}</span>
          </h1>
          <p className="lead">
            {hasChanged
              ? 'For those who adopted this edition: what to do, and every change since that they should know of.'
              : 'Nothing has changed since that readers must be told of.'}
          </p>
        </header>
        <EditionAbout name={edition} />
        {hasChanged && <StepsSince edition={edition} changes={changes} />}
        <ul className="ways-on">
          <li>
            <Link to={comparisonAddress(edition)}>See every page that differs from the live text</Link>
          </li>
          {hasChanged && (
            <li>
              <a href={file}>The changes for a spreadsheet (CSV)</a>
            </li>
          )}
        </ul>
        {hasChanged && (
          <>
            <h2>What changed</h2>
            <p>
              {countOf(changes.length, 'change', 'changes')}, newest first. Small corrections are left out, and so are
              later changes of pages that this edition does not have.
            </p>
          </>
        )}
        {updates.map(({slug, title: name, published, changes: told}) => (
          <section key={slug}>
            <h3>
              <Link to={`/updates/${slug}/`}>{name}</Link>
            </h3>
            <PublishedOn published={published} />
            <Changes slug={slug} changes={told} heading="h4" />
          </section>
        ))}
      </div>
    </SiteFrame>
  );
}

/** What to do for those who adopted an edition, before they read what changed. */
function StepsSince({edition, changes}: {edition: string; changes: readonly CountedChange[]}) {
  const asking = changes.filter(({what_to_do: action}) => action !== undefined).length;
  return (
    <section>
      <h2>What to do</h2>
      <ol>
        <li>
          Look up the pages that you rely on among those that differ. Each leads to the words before and after, and to
          the page of today.
        </li>
        <li>
          {asking === 0
            ? 'None of the changes below asks for more than that.'
            : `Of the changes below, ${countOf(asking, 'asks', 'ask')} you to do something: look for “What to do”.`}
        </li>
        <li>If you quote the edition, name it as edition {edition}: its words stay as they were.</li>
      </ol>
    </section>
  );
}
