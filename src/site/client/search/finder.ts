import {fillIn} from '../messages.ts';
import {type FilterBox, toFilterForm} from './filter-form.ts';
import {loadPagefind, type Pagefind, type SearchOptions, searchTerms} from './pagefind.ts';
import {connectResults} from './result-list.ts';

/** Searches and filters all case studies on the page of the finder; the address stores the choice. */
export function startFinder(): void {
  const links = document.querySelector<HTMLElement>('[data-filters]');
  const status = document.querySelector<HTMLElement>('[data-filter-status]');
  const search = document.querySelector<HTMLFormElement>('form[data-finder]');
  const input = search?.querySelector<HTMLInputElement>('input');
  const results = connectResults({showsKind: false, atOnce: 10});
  if (!links || !status || !search || !input || !results) return;
  const everything = status.textContent;
  const given = search.dataset;
  const {form, boxes, show: showList} = toFilterForm(links);
  showList.textContent = fillIn(links.dataset.show, {all: everything});
  const chips = document.querySelector<HTMLElement>('[data-chips]');
  const order = search.querySelector<HTMLSelectElement>('select');
  let engine: Promise<Pagefind> | undefined;
  let newest: symbol;

  async function show(): Promise<void> {
    const own = Symbol();
    newest = own;
    const isCurrent = () => newest === own;
    const query = input?.value.trim() ?? '';
    const chosen = boxes.filter((box) => box.input.checked);
    const sort = order?.value ?? '';
    chips?.replaceChildren(...chosen.map(renderChip), ...(chosen.length > 1 ? [renderClear()] : []));
    if (query === '' && chosen.length === 0 && sort === '') {
      results?.reset();
      for (const {count, all} of boxes) count.textContent = all;
      if (status) status.textContent = everything;
      showList.textContent = fillIn(links?.dataset.show, {all: everything});
      return;
    }
    try {
      engine ??= loadWithFilters(given.finder ?? '/');
      const pagefind = await engine;
      const {results: hits} = await find(pagefind, query, chosen, given, sort);
      await results?.show(hits, searchTerms(query, given.commonWords ?? '').split(' '), isCurrent);
      const counts = await countChoices(pagefind, query, boxes, given);
      if (!isCurrent()) return;
      for (const [index, {count}] of boxes.entries()) count.textContent = String(counts[index]);
      if (hits.length === 0 && (query || chosen.length > 1)) await offerFewer(pagefind, query, chosen);
      if (status) status.textContent = describe(hits.length, query, chosen);
      showList.textContent = fillIn(links?.dataset.show, {
        all: fillIn(given.found, {found: hits.length, all: everything}),
      });
    } catch {
      engine = undefined;
      // Each value has a page that needs no script.
      const last = chosen.at(-1);
      if (last) location.assign(last.href);
      else if (status) status.textContent = given.failed ?? '';
    }
  }

  function describe(found: number, query: string, chosen: readonly FilterBox[]): string {
    const labels = chosen.length > 0 ? `: ${chosen.map(({label}) => label).join(', ')}` : '';
    const counted = fillIn(query ? given.foundFor : given.found, {found, all: everything, query});
    if (found > 0) return counted + labels;
    const never = chosen.filter(({all}) => all === '0').map(({label}) => label);
    const why =
      never.length > 0 ? fillIn(status?.dataset.never, {labels: never.join(', ')}) : status?.dataset.filterStatus;
    return `${counted}${labels}. ${why}`;
  }

  /**
   * Offers what finds case studies: without one choice, or if that is not enough each choice alone; and a search of all
   * pages for the words.
   */
  async function offerFewer(pagefind: Pagefind, query: string, chosen: readonly FilterBox[]): Promise<void> {
    const counts = (choices: FilterBox[][]) =>
      Promise.all(choices.map(async (left) => (await find(pagefind, query, left, given)).results.length));
    const without = await counts(chosen.map((_, index) => chosen.toSpliced(index, 1)));
    const isEnough = without.some((count) => count > 0);
    const offered = isEnough ? without : await counts(chosen.map((box) => [box]));
    const offers = chosen.flatMap((box, index) => {
      const count = offered[index] ?? 0;
      if (count === 0) return [];
      const words = fillIn(isEnough ? chips?.dataset.without : chips?.dataset.only, {label: box.label, count});
      const left = isEnough ? chosen.toSpliced(index, 1) : [box];
      return renderButton(words, () => {
        for (const {input: one} of boxes) one.checked = left.some((kept) => kept.input === one);
      });
    });
    chips?.append(...offers);
    if (!query) return;
    const everywhere = `${search?.action}?${new URLSearchParams({q: query})}`;
    const words = fillIn(chips?.dataset.everywhere, {query});
    chips?.append(Object.assign(document.createElement('a'), {href: everywhere, textContent: words}));
  }

  /** A button that removes a choice, above the list. */
  function renderChip({input: box, label}: FilterBox): HTMLElement {
    const chip = renderButton(label, () => {
      box.checked = false;
    });
    chip.className = 'chip';
    chip.ariaLabel = fillIn(chips?.dataset.chips, {label});
    return chip;
  }

  /** The button after them that removes all. */
  function renderClear(): HTMLElement {
    return renderButton(links?.dataset.clear ?? '', () => {
      for (const box of boxes) box.input.checked = false;
    });
  }

  function renderButton(label: string, remove: () => void): HTMLElement {
    const button = Object.assign(document.createElement('button'), {type: 'button', textContent: label});
    button.addEventListener('click', () => {
      remove();
      choose();
      // The button disappears, and must not take the focus with it.
      status?.focus();
    });
    return button;
  }

  function readAddress(): void {
    const asked = new URLSearchParams(location.search);
    for (const box of boxes) box.input.checked = asked.getAll(box.input.name).includes(box.input.value);
    if (input) input.value = asked.get('q') ?? '';
    if (order) order.value = asked.get('sort') ?? '';
    void show();
  }

  function choose(): void {
    const query = input?.value.trim();
    const chosen = boxes.flatMap((box) => (box.input.checked ? [[box.input.name, box.input.value]] : []));
    const sort = order?.value ? [['sort', order.value]] : [];
    const asked = [...(query ? [['q', query]] : []), ...chosen, ...sort];
    history.pushState(null, '', asked.length > 0 ? `?${new URLSearchParams(asked)}` : location.pathname);
    void show();
  }

  form.addEventListener('change', choose);
  order?.addEventListener('change', choose);
  showList.addEventListener('click', () => {
    const toggle = form.querySelector('details');
    if (toggle) toggle.open = false;
    (chips ?? status).scrollIntoView();
  });
  for (const part of [form, search]) {
    part.addEventListener('submit', (event) => {
      event.preventDefault();
      choose();
    });
  }
  addEventListener('popstate', readAddress);
  readAddress();
}

/** Loads the search engine with every filter, so that it counts all values. */
async function loadWithFilters(base: string): Promise<Pagefind> {
  const pagefind = await loadPagefind(base);
  await pagefind.filters();
  return pagefind;
}

/** The orders that readers can choose, by the value of the choice. */
const ORDERS: Readonly<Record<string, SearchOptions['sort']>> = {newest: {year: 'desc'}, place: {place: 'asc'}};

/**
 * Case studies with the words and one of the chosen values of every facet, in the chosen order; if none is chosen, the
 * best first, and without words from A to Z.
 */
function find(
  pagefind: Pagefind,
  query: string,
  chosen: readonly FilterBox[],
  {caseStudy, commonWords}: DOMStringMap,
  order = '',
) {
  const byFacet = [...Map.groupBy(chosen, ({input}) => input.name)];
  const filters: SearchOptions['filters'] = {
    kind: caseStudy ?? '',
    ...Object.fromEntries(byFacet.map(([facet, boxes]) => [facet, {any: boxes.map(({input}) => input.value)}])),
  };
  const sort = ORDERS[order];
  return query
    ? pagefind.search(searchTerms(query, commonWords ?? ''), {filters, ...(sort && {sort})})
    : pagefind.search(null, {filters, sort: sort ?? {title: 'asc'}});
}

/**
 * How many case studies one more choice would show, for each box: values in one facet are alternatives, so its own facet
 * does not count.
 */
async function countChoices(
  pagefind: Pagefind,
  query: string,
  boxes: readonly FilterBox[],
  given: DOMStringMap,
): Promise<number[]> {
  const chosen = boxes.filter(({input}) => input.checked);
  const facets = [...new Set(boxes.map(({input}) => input.name))];
  const counts = new Map<string, Readonly<Record<string, number>>>();
  for (const facet of facets) {
    const others = chosen.filter(({input}) => input.name !== facet);
    counts.set(facet, (await find(pagefind, query, others, given)).filters[facet] ?? {});
  }
  return boxes.map(({input}) => counts.get(input.name)?.[input.value] ?? 0);
}
