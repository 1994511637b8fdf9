import {applyPatch, structuredPatch} from 'diff';

/** More updates than this do not meet in one merge. */
const MOST_VERSIONS = 6;

/**
 * Explains a text as the merge of its published versions, which were published on several branches: each version then
 * belongs after those before it. Only what git merges without a conflict counts.
 *
 * @param versions oldest first
 * @returns the versions as they are after the merge; `undefined` if the last one is the text, or if it is no such merge
 */
export function mergeVersions(versions: readonly string[], text: string): string[] | undefined {
  const recent = versions.slice(-MOST_VERSIONS);
  const [first] = recent;
  if (first === undefined || recent.at(-1) === text) return undefined;
  const merged = search([first]);
  return merged && [...versions.slice(0, -recent.length), ...merged];

  function search(before: readonly string[]): string[] | undefined {
    const version = recent[before.length];
    const last = before.at(-1) ?? '';
    if (version === undefined) return last === text ? [...before] : undefined;
    // Published with the last one known, or on a branch that left one of the earlier versions.
    const bases = recent.slice(0, before.length).reverse();
    const results = new Set([version, ...bases.flatMap((base) => mergeTexts(last, base, version) ?? [])]);
    for (const result of results) {
      const found = search([...before, result]);
      if (found) return found;
    }
    return undefined;
  }
}

/** Two texts made from one, with the changes of both; `undefined` if they are in conflict. */
export function mergeTexts(ours: string, base: string, theirs: string): string | undefined {
  // One line of context, as in git, keeps neighbouring changes apart.
  const merged = applyPatch(ours, structuredPatch('', '', base, theirs, '', '', {context: 1}));
  return merged === false ? undefined : merged;
}
