/** A sentence to follow a comma or to stand in a list: in lower case, without its full stop. */
export function asClause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
