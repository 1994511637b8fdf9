import type {LoadContext, Plugin} from '@docusaurus/types';
import {measureInLine} from '../../content/diff/measure-diff.ts';
import {
  comparisonAddress,
  pageComparisonAddress,
  sinceAddress,
  updateDifferenceAddress,
} from '../../content/differences/addresses.ts';
import type {Comparison} from '../../content/differences/compare-editions.ts';
import {compareEditions, summarise} from '../../content/differences/compare-editions.ts';
import {frameAddress} from '../../content/differences/difference-frame.ts';
import type {UpdateSince} from '../../content/differences/since-edition.ts';
import {changesSince} from '../../content/differences/since-edition.ts';
import type {UpdateDifference} from '../../content/differences/update-differences.ts';
import {updateDifferences} from '../../content/differences/update-differences.ts';
import {loadToolkit} from '../../store/load-toolkit.ts';

/** What differs between published texts, and between editions; pages of it are written after the build. */
export interface Differences {
  updates: UpdateDifference[];
  comparisons: Comparison[];
  since: {edition: string; updates: UpdateSince[]}[];
}

/** Where a difference is read, and what changed in one line. */
export interface DifferenceDoor {
  address: string;
  measure: string;
}

/** Ways to differences, by page id. */
type Doors = Readonly<Record<string, DifferenceDoor>>;

/** What `usePluginData('differences')` gives. */
export interface DifferenceDoors {
  /** By update, and the id that the page had then. */
  updates: Readonly<Record<string, Doors>>;
  /** From each edition to the live text, by the id that the page has in the edition. */
  editions: Readonly<Record<string, Doors>>;
}

/** Finds every difference. Its pages are one frame for all of them, lists of what differs, and what to do since each edition. */
export function differences({siteDir, baseUrl}: LoadContext): Plugin {
  return {
    name: 'differences',
    async loadContent(): Promise<Differences> {
      const toolkit = await loadToolkit(siteDir);
      return {
        updates: updateDifferences(toolkit),
        comparisons: compareEditions(toolkit),
        since: toolkit.editions.map((edition) => ({edition: edition.name, updates: changesSince(toolkit, edition)})),
      };
    },
    contentLoaded({content, actions}) {
      const {updates, comparisons, since} = content as Differences;
      actions.setGlobalData(doorsTo(updates, comparisons));
      const addRoute = (address: string, component: string, props: Record<string, unknown>) =>
        actions.addRoute({path: baseUrl + address.slice(1), component, exact: true, props});
      for (const section of sectionsWithPages(updates, comparisons)) {
        addRoute(frameAddress(section), '@theme/DifferencePage', {section});
      }
      for (const comparison of comparisons) {
        addRoute(comparisonAddress(comparison.edition), '@theme/ComparisonPage', {comparison: summarise(comparison)});
      }
      for (const {edition, updates: told} of since) {
        addRoute(sinceAddress(edition), '@theme/SinceEditionPage', {edition, updates: told});
      }
    },
    getPathsToWatch: () => ['blog/**/*.md', 'versioned_docs/**/*.md'].map((glob) => `${siteDir}/${glob}`),
  };
}

/** A frame that no page needs would remain in the site. */
function sectionsWithPages(updates: readonly UpdateDifference[], comparisons: readonly Comparison[]) {
  const compared = comparisons.some(({kept}) => kept.some(({diff}) => diff.kind !== 'same'));
  return [...(updates.length > 0 ? (['updates'] as const) : []), ...(compared ? (['editions'] as const) : [])];
}

function doorsTo(updates: readonly UpdateDifference[], comparisons: readonly Comparison[]): DifferenceDoors {
  const bySlug = Map.groupBy(updates, ({slug}) => slug);
  const ofUpdate = ({slug, pageId, diff}: UpdateDifference) => {
    return [pageId, {address: updateDifferenceAddress(slug, pageId), measure: measureInLine(diff)}] as const;
  };
  const ofEdition = ({edition, kept}: Comparison) =>
    kept
      .filter(({diff}) => diff.kind !== 'same')
      .map(({before, after, diff}) => {
        return [before.id, {address: pageComparisonAddress(edition, after.id), measure: measureInLine(diff)}] as const;
      });
  return {
    updates: Object.fromEntries([...bySlug].map(([slug, found]) => [slug, Object.fromEntries(found.map(ofUpdate))])),
    editions: Object.fromEntries(comparisons.map((found) => [found.edition, Object.fromEntries(ofEdition(found))])),
  };
}
