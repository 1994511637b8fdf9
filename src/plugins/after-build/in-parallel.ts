/** Enough to keep disk and compression busy, few enough to hold little in memory. */
const AT_ONCE = 8;

/** Does work on every item, a few at a time; results come in the order of the items. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({length: AT_ONCE}, worker));
  return results;
}
