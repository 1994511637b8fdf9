/** A stretch of a text. */
interface Stretch {
  start: number;
  end: number;
}

/**
 * What belongs to a number, of what a sentence names: that which stands between it and the next number, else the
 * nearest before it, else the first after it.
 */
export function nearestNamed<Named extends Stretch>(
  named: readonly Named[],
  number: Stretch,
  nextNumber = Number.POSITIVE_INFINITY,
): Named | undefined {
  const after = named.filter(({start}) => start >= number.end);
  return (
    named.find(({start, end}) => start <= number.start && end >= number.end) ??
    after.find(({start}) => start < nextNumber) ??
    named.findLast(({end}) => end <= number.start) ??
    after[0]
  );
}
