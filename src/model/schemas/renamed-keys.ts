/** What became of a key that a configuration could have in an older version of the engine. */
interface FormerKey {
  /** The key that replaced it, unless it was removed. */
  now?: string;
  /** The file of that key, if it is another one. */
  file?: string;
  /** What to do, in one or two sentences. */
  fix: string;
}

/** Figures come from data only, so nothing has to recognise them in prose. */
const NO_FIGURES = 'Remove it: the engine lists figures from tables, outcomes and charts only.';

const toNavigation = (now: string, fix = `Move it to \`navigation.json\`.`): FormerKey => ({
  now,
  file: 'navigation.json',
  fix,
});

const toVocabularies = (key: string, more: string): FormerKey => ({
  now: 'vocabularies',
  fix: `Write \`vocabularies: {${key}: {label: '...', singular: '...', ${more}terms: [...]}}\` with the same terms.`,
});

/**
 * The former keys of each file, without the positions in lists. A change that renames or removes a key adds it here.
 */
export const FORMER_KEYS: Readonly<Record<string, Readonly<Record<string, FormerKey>>>> = {
  'toolkit.config.ts': {
    contribute: toNavigation('contribute'),
    footer: toNavigation('footer'),
    ways_in: toNavigation('ways_in'),
    priorities: toVocabularies('priorities', ''),
    approaches: toVocabularies('approaches', ''),
    regions: toVocabularies('regions', 'guidance: false, required: true, '),
    areas: {fix: NO_FIGURES},
    numbered_names: {fix: NO_FIGURES},
  },
  'navigation.json': {},
};

/** What became of an unknown key; `undefined` if the engine never had it. */
export function formerKey(file: string, path: readonly (string | number)[]): FormerKey | undefined {
  return FORMER_KEYS[file]?.[path.filter((key) => typeof key === 'string').join('.')];
}
