import useBaseUrl from '@docusaurus/useBaseUrl';

interface Props {
  /** Distinguishes this search from the one in the header. */
  label: string;
  /** Whether the script shows results on this page; otherwise the form opens the search page. */
  live?: boolean;
}

/** A search form in the main part of a page. */
export function PageSearch({label, live = false}: Props) {
  const base = useBaseUrl('/');
  return (
    <search aria-label={label}>
      <form className="page-search" action={useBaseUrl('/search/')} {...(live && {'data-search': base})}>
        <label htmlFor="page-search">Search this toolkit</label>
        <div>
          <input id="page-search" type="search" name="q" autoComplete="off" />
          <button type="submit">Search</button>
        </div>
      </form>
    </search>
  );
}
