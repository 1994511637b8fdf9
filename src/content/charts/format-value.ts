import type {Chart} from '../schemas/chart-schema.ts';

/** A figure as readers see it: `£643m`, `48.2%`, `21,780`. */
export function formatValue(value: number, {before = '', after = ''}: Chart['unit']): string {
  return `${before}${value.toLocaleString('en-GB', {maximumFractionDigits: 10})}${after}`;
}
