import type {LoadContext, Plugin} from '@docusaurus/types';
import {measureInLine} from '../../content/diff/measure-diff.ts';
import {
  comparisonAddress,
  pageComparisonAddress,
  sinceAddress,
  updateDifferenceAddress,
} from '../../content/differences/addresses.ts';
import type {UpdateSince} from '../../content/differences/changes-since.ts';
import {changesSince} from '../../content/differences/changes-since.ts';
import type {Comparison} from '../../content/differences/compare-editions.ts';
import {compareEditions} from '../../content/differences/compare-editions.ts';
import {summarise} from '../../content/differences/comparison-summary.ts';
import type {ShellKind} from '../../content/differences/difference-shell.ts';
import {SHELLS} from '../../content/differences/difference-shell.ts';
import {LIVE} from '../../content/differences/name-state.ts';
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

/** Works out every difference; its pages are a frame for each kind, lists of what differs, and what to do since each edition. */
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
      const {comparisons, since} = content as Differences;
      actions.setGlobalData(doorsTo(content as Differences));
      const addRoute = (address: string, component: string, props: Record<string, unknown>) =>
        actions.addRoute({path: baseUrl + address.slice(1), component, exact: true, props});
      for (const kind of shellsNeeded(content as Differences)) {
        addRoute(SHELLS[kind].address, '@theme/DifferencePage', {kind});
      }
      for (const comparison of comparisons) {
        const address = comparisonAddress(comparison.from, comparison.to);
        addRoute(address, '@theme/ComparisonPage', {comparison: summarise(comparison)});
      }
      for (const {edition, updates: told} of since) {
        const compared = comparisons.filter(({from}) => from === edition).map(({to}) => to);
        addRoute(sinceAddress(edition), '@theme/SinceEditionPage', {edition, updates: told, compared});
      }
    },
    getPathsToWatch: () => ['blog/**/*.md', 'versioned_docs/**/*.md'].map((glob) => `${siteDir}/${glob}`),
  };
}

/** A frame that no page needs would stay behind. */
function shellsNeeded({updates, comparisons}: Differences): ShellKind[] {
  const compared = comparisons.some(({kept}) => kept.some(({diff}) => diff.kind !== 'same'));
  return [...(updates.length > 0 ? (['update'] as const) : []), ...(compared ? (['comparison'] as const) : [])];
}

function doorsTo({updates, comparisons}: Differences): DifferenceDoors {
  const bySlug = new Map<string, Record<string, DifferenceDoor>>();
  for (const {slug, pageId, diff} of updates) {
    const door = {address: updateDifferenceAddress(slug, pageId), measure: measureInLine(diff)};
    bySlug.set(slug, {...bySlug.get(slug), [pageId]: door});
  }
  const editions = comparisons
    .filter(({to}) => to === LIVE)
    .map(({from, to, kept}) => {
      const doors = kept
        .filter(({diff}) => diff.kind !== 'same')
        .map(({before, after, diff}) => {
          return [before.id, {address: pageComparisonAddress(from, to, after.id), measure: measureInLine(diff)}];
        });
      return [from, Object.fromEntries(doors)];
    });
  return {updates: Object.fromEntries(bySlug), editions: Object.fromEntries(editions)};
}
