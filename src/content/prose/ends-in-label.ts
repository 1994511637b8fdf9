/** Words after which digits are a name and no count, day or span: `ward 10500`, `version 1.2.2024`, `room 10-12`. */
const LABELS = [
  'appendix|clauses?|chapters?|figures?|pages?|paragraphs?|parts?|pp|schedules?|sections?|tables?|volumes?|vols?',
  'buses|bus|flats?|floors?|platforms?|plots?|rooms?|routes?|suites?|units?|wards?|zones?',
  '(?:bar|post)?codes?|ext|extension|forms?|ids?|items?|lots?|nos?|numbers?|refs?|references?|serial|shelf',
  'editions?|file|grades?|issues?|levels?|phases?|releases?|stages?|standards?|steps?|versions?',
].join('|');

const LABEL_RE = new RegExp(`(?:\\b(?:${LABELS})[.:]? ?|#)$`, 'iu');

/** Whether the words before some digits end in such a label. */
export function endsInLabel(before: string): boolean {
  return LABEL_RE.test(before);
}

/** A capital inside a sentence may begin a name, whose last part the digits are: `the Flood Plan 2015-17`. */
const NAME_RE = /[\p{Ll},] \p{Lu}[\p{L}’'-]* $/u;

/** Whether the words before some digits may be a name that ends with them. */
export function endsInName(before: string): boolean {
  return NAME_RE.test(before);
}
