import useBaseUrl from '@docusaurus/useBaseUrl';
import {FINDER} from '../../../content/pages/facets.ts';
import {useSiteData, useText} from '../use-site.ts';

/** Finds case studies by one value of each facet; only the script of their list can combine them. */
export function StudyForm() {
  const {finder: t} = useText();
  const {facets} = useSiteData();
  const action = useBaseUrl(FINDER);
  if (facets.length < 2) return null;
  return (
    <form action={action} data-needs-script hidden>
      <p className="choices">
        {facets.map(({id, label, terms}) => (
          <label key={id}>
            {label}{' '}
            <select name={id}>
              <option value="">{t.any}</option>
              {terms.map((term) => (
                <option key={term.id} value={term.id}>
                  {term.label} ({term.count})
                </option>
              ))}
            </select>
          </label>
        ))}
      </p>
      <p className="choices">
        <button type="submit">{t.find}</button>
      </p>
    </form>
  );
}
