import {withSlash} from '../page-id.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {Sidebar} from '../sidebar.ts';
import type {CodeWord} from './code-words.ts';
import {countInCode} from './code-words.ts';

/** What ids and addresses of moved pages are now. */
interface Renamed {
  ids: ReadonlyMap<string, string>;
  addresses: ReadonlyMap<string, string>;
}

/** Everything in a configuration that names a page that has moved, and what it is to name. */
export function configWords(config: ToolkitConfig, renamed: Renamed): CodeWord[] {
  const {ids, addresses} = namesIn(config);
  const words = [
    ...ids.map((word) => ({word, replacement: renamed.ids.get(word)})),
    ...addresses.map((word) => ({word, replacement: ledAddress(word, renamed.addresses)})),
  ];
  return countWords(words);
}

/** Everything in the code of sidebars that names a page that has moved; what a folder listed whole brings is not named. */
export function sidebarWords({ids}: Sidebar, code: string, renamed: Renamed): CodeWord[] {
  const named = ids.filter((id) => countInCode(code, id) > 0);
  return [
    ...countWords(named.map((word) => ({word, replacement: renamed.ids.get(word)}))),
    ...[...renamed.addresses].map(([word, replacement]) => ({word, replacement, meant: countInCode(code, word)})),
  ];
}

/** A configuration in which pages that have moved are named as they are now. */
export function ledConfig(config: ToolkitConfig, renamed: Renamed): ToolkitConfig {
  const id = (name: string) => renamed.ids.get(name) ?? name;
  const term = <T extends {page?: string | undefined}>(entry: T): T =>
    entry.page === undefined ? entry : {...entry, page: id(entry.page)};
  const link = <T extends {to: string}>(entry: T): T => ({
    ...entry,
    to: ledAddress(entry.to, renamed.addresses) ?? entry.to,
  });
  const {predecessor} = config;
  return {
    ...config,
    priorities: config.priorities.map(term),
    approaches: config.approaches.map(term),
    contribute: link(config.contribute),
    footer: config.footer.map(link),
    ...(config.ways_in && {ways_in: config.ways_in.map(link)}),
    ...(predecessor && {predecessor: {...predecessor, told_on: predecessor.told_on.map(id)}}),
  };
}

/** Sidebars in which words of their code have been replaced. */
export function ledSidebar(sidebar: Sidebar, words: readonly CodeWord[]): Sidebar {
  const replaced = new Map(words.map(({word, replacement}) => [word, replacement]));
  const lead = (ids: readonly string[]) => ids.map((id) => replaced.get(id) ?? id);
  return {
    ...sidebar,
    ids: lead(sidebar.ids),
    groups: sidebar.groups.map((group) => ({...group, ids: lead(group.ids)})),
  };
}

function namesIn({priorities, approaches, predecessor, contribute, footer, ways_in = []}: ToolkitConfig) {
  return {
    ids: [...[...priorities, ...approaches].flatMap(({page}) => page ?? []), ...(predecessor?.told_on ?? [])],
    addresses: [contribute, ...footer, ...ways_in].map(({to}) => to),
  };
}

function ledAddress(link: string, addresses: ReadonlyMap<string, string>): string | undefined {
  const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/.exec(link) ?? [];
  const led = addresses.get(withSlash(path));
  return led === undefined ? undefined : led + suffix;
}

function countWords(words: readonly {word: string; replacement: string | undefined}[]): CodeWord[] {
  const found = new Map<string, CodeWord>();
  for (const {word, replacement} of words) {
    if (replacement === undefined || word === replacement) continue;
    const meant = (found.get(word)?.meant ?? 0) + 1;
    found.set(word, {word, replacement, meant});
  }
  return [...found.values()];
}
