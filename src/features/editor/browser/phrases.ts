/**
 * Decap says "publish" where a file is saved or a pull request is merged; here that word means an update for readers.
 *
 * @param stem of the verb for what is done instead
 * @param ending that the stem needs where it has no other, as in "save"
 */
export function withoutPublish(phrases: object, stem: string, ending: string): object {
  const capital = stem.charAt(0).toUpperCase() + stem.slice(1);
  const instead = (_match: string, first: string, other = ending) => (first === 'P' ? capital : stem) + other;
  const reworded = (_key: string, text: unknown) =>
    typeof text === 'string' ? text.replace(/\b([Pp])ublish(ed|ing)?\b/g, instead) : text;
  return JSON.parse(JSON.stringify(phrases), reworded) as object;
}
