import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ComponentProps} from 'react';
import {ALL_PAGES} from '../../content/addresses/generated-routes.ts';
import {FINDER} from '../../content/pages/facets.ts';
import {EVIDENCE_IDS} from '../../content/schemas/case-study-schema.ts';
import {pluralTemplates, template} from '../../site/components/template.ts';
import {useSiteData, useText} from '../../site/components/use-site.ts';

/**
 * A search form in the main part of a page: for all pages, with results on this page; for case studies, where the script
 * filters them; or one that opens the search page.
 */
export function PageSearch({kind}: {kind: 'all' | 'finder' | 'elsewhere'}) {
  const {names, search: t, finder, format} = useText();
  const {lists} = useSiteData();
  const base = useBaseUrl('/');
  const caseStudies = useBaseUrl(FINDER);
  const isFinder = kind === 'finder';
  const common = {'data-common-words': t.commonWords};
  const script = {
    all: {
      'data-search': base,
      'data-busy': t.busy,
      'data-failed': t.failed,
      'data-unknown': template(t.unknown),
      'data-found': pluralTemplates(t.found, format.language),
      'data-found-older': pluralTemplates(t.foundOlder, format.language),
      'data-some': t.some,
      ...common,
    },
    finder: {
      'data-finder': base,
      'data-failed': finder.failed,
      'data-found': template(finder.found),
      'data-found-for': template(finder.foundFor),
      ...common,
    },
    elsewhere: {},
  }[kind];
  return (
    <search aria-label={isFinder ? names.caseStudies : t.all} {...(isFinder && {'data-needs-script': true})}>
      <form id="search" className="page-search" action={useBaseUrl(ALL_PAGES)} {...script}>
        <label htmlFor="page-search">{isFinder ? t.caseStudies : t.toolkit}</label>
        <div>
          <SearchInput id="page-search" autoComplete="off" />
          <button type="submit" className="button-link">
            {names.search}
          </button>
        </div>
        {kind === 'all' && lists.caseStudies && (
          <p>
            <button type="submit" formAction={caseStudies}>
              {t.caseStudies}
            </button>
          </p>
        )}
        {isFinder && (
          <label className="order">
            {finder.sort}{' '}
            <select autoComplete="off">
              {Object.entries(finder.orders).map(([order, label]) => (
                <option key={order} value={order === 'usual' ? '' : order}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
      </form>
    </search>
  );
}

export function SearchInput(props: ComponentProps<'input'>) {
  const {search} = useText();
  return <input type="search" name="q" aria-keyshortcuts="Control+K Meta+K" title={search.shortcut} {...props} />;
}

/** Where the script shows what it found. */
export function Results() {
  const {search: t, evidence, facts} = useText();
  return (
    <>
      <ol
        className="entry-list"
        data-results
        data-covers={template(t.covers)}
        data-evidence={EVIDENCE_IDS.map((id) => evidence.labels[id]).join('|')}
        data-cost={facts.cost}
        hidden
      />
      <p>
        <button type="button" data-more hidden>
          {t.more}
        </button>
      </p>
    </>
  );
}
