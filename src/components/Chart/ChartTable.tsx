import {useDoc} from '@docusaurus/plugin-content-docs/client';
import {formatValue, isListOf} from '../../content/charts/bar-rows.ts';
import type {Chart} from '../../content/schemas/chart-schema.ts';
import type {Source} from '../../content/schemas/source-schema.ts';
import {UnavailableSince} from '../Sources/UnavailableSince.tsx';

/** Every figure of a chart with its source, for readers who do not see the drawing, and for those who check it. */
export function ChartTable({chart: {series, sources, unit}}: {chart: Chart}) {
  const [only, ...others] = sources;
  const hasOneSource = others.length === 0;
  // Series of one figure each are rows of one list.
  const isList = isListOf(series);
  return (
    <details open>
      <summary>The figures and where they are from</summary>
      <table>
        <thead>
          <tr>
            {isList && <th scope="col">What is counted</th>}
            <th scope="col">Year</th>
            <th scope="col">{unit.name.charAt(0).toUpperCase() + unit.name.slice(1)}</th>
            {!hasOneSource && <th scope="col">Source</th>}
          </tr>
        </thead>
        {series.map(({label, points}) => (
          <tbody key={label}>
            {series.length > 1 && !isList && (
              <tr>
                <th scope="rowgroup" colSpan={hasOneSource ? 2 : 3}>
                  {label}
                </th>
              </tr>
            )}
            {points.map(({period, value, source}) => (
              <tr key={period}>
                {isList && <th scope="row">{label}</th>}
                {isList ? <td>{period}</td> : <th scope="row">{period}</th>}
                <td>{formatValue(value, {name: ''})}</td>
                {!hasOneSource && (
                  <td>
                    <SourceLink source={sources.find(({url}) => url === source)} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {hasOneSource && (
        <p>
          Source: <SourceLink source={only} />
        </p>
      )}
    </details>
  );
}

/** Print spells out the address, unless the page's own list of sources does. */
function SourceLink({source}: {source: Source | undefined}) {
  const listed = (useDoc().frontMatter as {sources?: Source[]}).sources ?? [];
  if (!source) return null;
  const {title, publisher, url} = source;
  return (
    <>
      <a href={url} {...(listed.some((one) => one.url === url) && {className: 'among-sources'})}>
        {title}
      </a>
      , {publisher}
      <UnavailableSince address={url} />
    </>
  );
}
