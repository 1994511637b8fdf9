import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {Changes} from '../../components/Changes/Changes.tsx';
import {PublishedOn} from '../../components/Changes/PublishedOn.tsx';
import {EditionAbout} from '../../components/Comparison/EditionAbout.tsx';
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

/** For those who adopted an edition: every major change since, with whom it affects and what to do. */
export default function SinceEditionPage({edition, updates, compared}: Props) {
  const title = `Since edition ${edition}`;
  const file = useBaseUrl(sinceFile(edition));
  const changes = updates.flatMap((update) => update.changes);
  const toDo = changes.filter(({what_to_do: action}) => action !== undefined).length;
  return (
    <SiteFrame title={title} description={`What changed since edition ${edition}, whom it affects and what to do.`}>
      <Breadcrumbs trail={[{label: 'Editions', to: '/editions/'}, {label: title}]} />
      <div className="list-page since">
        <header className="page-head">
          <h1>
            Since <span className="nowrap">edition {edition}</span>
          </h1>
          <p className="lead">
            {changes.length === 0
              ? 'Nothing has changed since that readers must be told of.'
              : `You adopted edition ${edition}? These are the ${countOf(changes.length, 'change', 'changes')} since that you should know of, newest first.`}
            {toDo > 0 && ` ${countOf(toDo, 'of them asks', 'of them ask')} you to do something.`}
          </p>
        </header>
        <EditionAbout names={[edition]} />
        <ul className="ways-on">
          {compared.map((to) => (
            <li key={to}>
              <Link to={comparisonAddress(edition, to)}>
                See every page that differs from {nameState(to, 'within')}
              </Link>
            </li>
          ))}
          {changes.length > 0 && (
            <li>
              <a href={file}>These changes for a spreadsheet (CSV)</a>
            </li>
          )}
        </ul>
        {updates.map(({slug, title: name, published, changes: told}) => (
          <section key={slug}>
            <h2>
              <Link to={`/updates/${slug}/`}>{name}</Link>
            </h2>
            <PublishedOn published={published} />
            <Changes slug={slug} changes={told} heading="h3" />
          </section>
        ))}
      </div>
    </SiteFrame>
  );
}
