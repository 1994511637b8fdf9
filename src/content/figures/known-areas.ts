import type {Table} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {ParsedPage} from '../parsed-page.ts';
import type {Toolkit} from '../toolkit.ts';
import {visit} from '../visit.ts';
import type {Area} from './figure-area.ts';

/** Of a place, such as `Manchester and other cities`, the parts that are names. */
const NAME_RE = /^\p{Lu}[\p{L}’'-]+(?: (?:of|the|upon|on|under|in|le) ?| (?=\p{Lu})|(?=$)|[\p{L}’'-]+)*$/u;
const MOST_WORDS = 5;

/** Every area that this toolkit knows: those of the configuration, its regions, the places of case studies and of tables. */
export function knownAreas({config, caseStudies}: Toolkit, pages: readonly ParsedPage[]): Area[] {
  const listed = new Set(config.areas.flatMap(({label, also}) => [label, ...also]));
  const regions = config.regions.map(({label}) => label).filter((label) => label !== 'National');
  const places = caseStudies.flatMap(({data}) => namesIn(data.place));
  const others = new Set([...regions, ...places, ...pages.flatMap(areaCells)]);
  return [
    ...config.areas,
    ...[...others].filter((label) => !listed.has(label)).map((label) => ({label, also: [], not_in: []})),
  ];
}

/** The places that a table's own column of areas names. */
function areaCells({tree}: ParsedPage): string[] {
  const names: string[] = [];
  visit(tree, 'table', ({children: [head, ...rows]}: Table) => {
    const column = head?.children.findIndex((cell) => /^area$/i.test(textOf(cell).trim())) ?? -1;
    if (column < 0) return;
    for (const row of rows) {
      const cell = row.children[column];
      if (cell) names.push(...namesIn(textOf(cell)));
    }
  });
  return names;
}

function namesIn(place: string): string[] {
  if (/\bnot stated\b/i.test(place)) return [];
  const whole = place.trim();
  const parts = whole.split(/,| and |;|\(|\)/).map((part) => part.trim());
  return [...new Set([whole, ...parts])].filter(
    (name) =>
      NAME_RE.test(name) && name.split(' ').length <= MOST_WORDS && !/ (?:areas?|authorities|services)\b/.test(name),
  );
}
