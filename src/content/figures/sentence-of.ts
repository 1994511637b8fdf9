/** A sentence of a text, where it stands. */
export interface SentenceIn {
  start: number;
  end: number;
}

/** Where a sentence ends: at a stop with a space and a capital, a figure or a bracket after it, or at the end of a line. */
const END_RE = /[.?!]["”’')\]]*\s+(?=["“‘'([]*[\p{Lu}\d£])|\n+/gu;

/** What ends in a stop and ends no sentence. */
const ABBREVIATION_RE = /(?:^|[\s(])(?:St|Mr|Mrs|Ms|Dr|No|vs|e\.g|i\.e|etc|pp?)\.$/;

/** The sentences of a text, without the spaces around them. */
export function sentencesOf(text: string): SentenceIn[] {
  const sentences: SentenceIn[] = [];
  let start = 0;
  for (const {index, 0: match} of text.matchAll(END_RE)) {
    const end = index + match.trimEnd().length;
    if (ABBREVIATION_RE.test(text.slice(start, end))) continue;
    if (end > start) sentences.push({start, end});
    start = index + match.length;
  }
  if (text.slice(start).trim() !== '') sentences.push({start, end: text.trimEnd().length});
  return sentences;
}
