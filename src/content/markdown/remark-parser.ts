import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {type Processor, unified} from 'unified';

/**
 * The most of these characters in one text. The parser compares each end of emphasis or of a bracket with all before
 * it, and each `<` with all the text after it.
 */
const MAX_MARKERS: Readonly<Record<string, number>> = {'*': 500, _: 500, '~': 500, ']': 500, '<': 100};

/**
 * A processor with the syntax of pages without front matter, which plugins can extend. Its parser throws a `RangeError`
 * above the limits.
 */
export function remarkSyntax() {
  return unified().use(remarkParse).use(remarkGfm).use(limitMarkers).use(remarkDirective);
}

/**
 * Makes the parser throw a `RangeError` for a text with too many markers. A construct that never matches counts them:
 * https://github.com/micromark/micromark#extensions
 */
export function limitMarkers(this: Processor): void {
  const counterOf = (most: number) => {
    const counts = new WeakMap<object, number>();
    return {
      name: 'markerCount',
      add: 'before',
      tokenize(this: object, _: unknown, __: unknown, nok: unknown) {
        const count = (counts.get(this) ?? 0) + 1;
        counts.set(this, count);
        if (count > most) throw new RangeError(`more than ${most} markers in one text`);
        return nok;
      },
    };
  };
  const data = this.data() as {micromarkExtensions?: unknown[]};
  const text = Object.fromEntries(
    Object.entries(MAX_MARKERS).map(([marker, most]) => [marker.charCodeAt(0), counterOf(most)]),
  );
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {text}];
}
