/** A count with its noun: `1 case study`, `6 case studies`, `1,165 figures`. */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
