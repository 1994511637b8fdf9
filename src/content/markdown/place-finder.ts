import {once} from '../memo.ts';
import type {Place} from '../problem.ts';

type PlaceFinder = (offset: number) => Place;

let newest: {text: string; find: PlaceFinder} | undefined;

/**
 * Creates a function that converts offsets of a text, in UTF-16 units, to places. It is fast for long texts and any order.
 * The newest one is cached, because rules create one for each finding on a page.
 */
export function createPlaceFinder(text: string): PlaceFinder {
  if (newest?.text !== text) newest = {text, find: makeFinder(text)};
  return newest.find;
}

function makeFinder(text: string): PlaceFinder {
  // Lines are indexed on first use, because most rules find nothing.
  const lineStarts = once(() => [0, ...[...text.matchAll(/\n/g)].map(({index}) => index + 1)]);
  return (offset) => {
    const starts = lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1};
  };
}
