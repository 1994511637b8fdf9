import Link from '@docusaurus/Link';
import type {CatalogueCaseStudy} from '../../../content/pages/catalogue.ts';
import {guidanceVocabularies, type Vocabulary} from '../../../content/schemas/vocabulary-schema.ts';
import {lowercaseFirst} from '../../../format/text.ts';
import {useSiteFields, useText} from '../use-site.ts';
import {describeTiles, type RegionTile, regionTilesOf} from './region-tiles.ts';

/** How many shades the style sheet has for tiles. */
const SHADES = 4;

interface Props {
  /** The vocabulary whose terms have places on the map. */
  vocabulary: Vocabulary;
  caseStudies: readonly CatalogueCaseStudy[];
}

/** Where case studies are from: a tile for each term, and the same in a table with the subjects of the case studies. */
export function RegionMap({vocabulary, caseStudies}: Props) {
  const {toolkit} = useSiteFields();
  const text = useText();
  const {finder: t, names} = text;
  const [subjects] = guidanceVocabularies(toolkit).filter(({key}) => key !== vocabulary.key);
  const tiles = regionTilesOf(toolkit, vocabulary, subjects, caseStudies);
  const most = Math.max(...tiles.map(({count}) => count));
  if (most <= 0) return null;
  const shadeOf = (count: number) => Math.ceil((SHADES * count) / most);
  const shades = Map.groupBy(new Set(tiles.map(({count}) => count).sort((a, b) => a - b)), shadeOf);
  return (
    <figure className="chart region-map">
      <figcaption>
        <strong>{t.kind({facet: lowercaseFirst(vocabulary.singular)})}</strong>
        <p>
          {describeTiles(tiles, vocabulary, text)} {t.severalPlaces({places: lowercaseFirst(vocabulary.label)})}
        </p>
      </figcaption>
      <ul>
        {tiles.map(({id, label, tile, count, address}) => (
          <li key={id} className={`column-${tile.column} row-${tile.row} shade-${shadeOf(count)}`}>
            <TileWords label={label} count={count} address={address} />
          </li>
        ))}
      </ul>
      <p className="map-key">
        {names.caseStudies}:{' '}
        {[...shades].map(([shade, [fewest = 0, ...more]]) => (
          <span key={shade} className={`shade-${shade}`}>
            {more.length > 0 ? `${fewest}–${more.at(-1)}` : fewest}
          </span>
        ))}
      </p>
      <details>
        <summary>{subjects ? t.tableWith({subjects: lowercaseFirst(subjects.label)}) : t.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{vocabulary.singular}</th>
              <th scope="col">{names.caseStudies}</th>
              <th scope="col">{t.began}</th>
              {subjects && <th scope="col">{t.helpWith({subjects: subjects.label})}</th>}
            </tr>
          </thead>
          <tbody>
            {tiles.map(({id, label, count, decades, subjects: counted}) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{count}</td>
                <td>
                  {decades
                    .filter((one) => one.count > 0)
                    .map((one) => `${t.decade({year: one.decade})} ${one.count}`)
                    .join(', ') || t.nothing}
                </td>
                {subjects && <td>{counted.map((term) => `${term.label} ${term.count}`).join(', ') || t.nothing}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
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
