import Link from '@docusaurus/Link';
import type {CatalogueCaseStudy} from '../../../model/pages/catalogue.ts';
import {useSiteFields, useText} from '../use-site.ts';
import {describeTiles, type RegionTile, regionTilesOf} from './region-tiles.ts';

/** How many shades the style sheet has for tiles. */
const SHADES = 4;

/** Where case studies are from: a tile for each region, and the same in a table with their priorities. */
export function RegionMap({caseStudies}: {caseStudies: readonly CatalogueCaseStudy[]}) {
  const text = useText();
  const {finder: t} = text;
  const tiles = regionTilesOf(useSiteFields().toolkit, caseStudies);
  const most = Math.max(...tiles.map(({count}) => count));
  if (most <= 0) return null;
  return (
    <figure className="chart region-map">
      <figcaption>
        <strong>{t.map}</strong>
        <p>
          {describeTiles(tiles, text)} {t.severalRegions}
        </p>
      </figcaption>
      <ul>
        {tiles.map(({id, label, tile, count, address}) => (
          <li key={id} className={`column-${tile.column} row-${tile.row} shade-${Math.ceil((SHADES * count) / most)}`}>
            <TileWords label={label} count={count} address={address} />
          </li>
        ))}
      </ul>
      <TileTable tiles={tiles} />
    </figure>
  );
}

function TileWords({label, count, address}: Pick<RegionTile, 'label' | 'count' | 'address'>) {
  const words = (
    <>
      {label} <b>{count}</b>
    </>
  );
  return address ? <Link to={address}>{words}</Link> : <span>{words}</span>;
}

function TileTable({tiles}: {tiles: readonly RegionTile[]}) {
  const {finder: t, names, vocabularies} = useText();
  return (
    <details>
      <summary>{t.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{vocabularies.region}</th>
            <th scope="col">{names.caseStudies}</th>
            <th scope="col">{t.helpWith}</th>
          </tr>
        </thead>
        <tbody>
          {tiles.map(({id, label, count, priorities}) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{count}</td>
              <td>{priorities.map((priority) => `${priority.label} ${priority.count}`).join(', ') || t.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
