import Link from '@docusaurus/Link';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {breadcrumbList} from '../../content/structured-data.ts';
import {StructuredData} from '../StructuredData/StructuredData.tsx';

/** One step of the way to a page. */
export interface Crumb {
  label: string;
  /** Left out where the step has no page of its own. */
  to?: string | undefined;
}

const HOME: Crumb = {label: 'Home', to: '/'};

/** The way from the home page to the current one, which comes last. */
export function Breadcrumbs({trail}: {trail: readonly Crumb[]}) {
  const {withBaseUrl} = useBaseUrlUtils();
  const steps = [HOME, ...trail];
  const current = steps.length - 1;
  const data = breadcrumbList(
    steps.map(({label, to}) => ({name: label, url: to && withBaseUrl(to, {absolute: true})})),
  );
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumbs">
      <StructuredData data={data} />
      <ol>
        {steps.map(({label, to}, index) => (
          <li key={label} {...(index === current && {'aria-current': 'page'})}>
            {to && index !== current ? <Link to={to}>{label}</Link> : label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
