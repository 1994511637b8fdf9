/** A literal that stands in a sentence of ours; the marks around it are ours alone, whatever others wrote. */
export function literal(words: string): string {
  return `\`${words.replaceAll('`', "'")}\``;
}
