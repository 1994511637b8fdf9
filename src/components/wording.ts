/** A count with its noun: `1 case study`, `6 case studies`. */
export function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
