import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {formatDay} from '../../content/format-date.ts';
import {withSlash} from '../../content/page-id.ts';
import {useSiteFields} from '../use-site.ts';

/** On paper alone: where the page stands and of what day or edition it is, for a sheet has no address bar. */
export function PrintedAs({permalink, edition}: {permalink: string; edition?: string | undefined}) {
  const {today} = useSiteFields();
  const {url} = useDocusaurusContext().siteConfig;
  return (
    <p className="printed-as" data-pagefind-ignore>
      {url + withSlash(permalink)}, {edition ? `edition ${edition}` : `as at ${formatDay(today)}`}
    </p>
  );
}
