import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {Changes} from '../../components/Changes/Changes.tsx';
import {PublishedOn} from '../../components/Changes/PublishedOn.tsx';
import {EditionAbout} from '../../components/Comparison/EditionAbout.tsx';
import {StepsSince} from '../../components/Comparison/StepsSince.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {countOf} from '../../components/wording.ts';
import {comparisonAddress, sinceFile} from '../../content/differences/addresses.ts';
import type {UpdateSince} from '../../content/differences/changes-since.ts';
import {nameState} from '../../content/differences/name-state.ts';

interface Props {
  edition: string;
  updates: readonly UpdateSince[];
  /** What the edition is compared with: later editions, `live`. */
  compared: readonly string[];
}

/** For those who adopted an edition: what to do, and every major change since with whom it affects. */
export default function SinceEditionPage({edition, updates, compared}: Props) {
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
        <EditionAbout names={[edition]} />
        {hasChanged && <StepsSince edition={edition} changes={changes} />}
        <ul className="ways-on">
          {compared.map((to) => (
            <li key={to}>
              <Link to={comparisonAddress(edition, to)}>
                See every page that differs from {nameState(to, 'within')}
              </Link>
            </li>
          ))}
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
