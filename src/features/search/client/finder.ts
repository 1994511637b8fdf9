import {element} from '../../../site/client/element.ts';
import {fillIn} from '../../../site/client/messages.ts';
import {loadPagefind, type Pagefind, type SearchOptions, searchTerms} from './pagefind.ts';
import {connectResults} from './result-list.ts';

/** Searches and filters all case studies on the page of the finder; the address stores the choice. */
export function startFinder(): void {
  const links = document.querySelector<HTMLElement>('[data-filters]');
  const status = document.querySelector<HTMLElement>('[data-filter-status]');
  const chips = document.querySelector<HTMLElement>('[data-chips]');
  const search = document.querySelector<HTMLFormElement>('form[data-finder]');
  const [input, order] = [search?.querySelector('input'), search?.querySelector('select')];
  const results = connectResults({showsKind: false, atOnce: 10});
  if (!links || !status || !chips || !search || !input || !order || !results) return;
  const [filters, given] = [links.dataset, search.dataset];
  const everything = status.textContent;
  const {form, boxes, show: showList} = toFilterForm(links);
  let engine: Promise<Pagefind> | undefined;
  let newest: Choice | undefined;

  const show = async (): Promise<void> => {
    const chosen = boxes.filter((box) => box.input.checked);
    const choice = {query: input.value.trim(), chosen, order: order.value};
    newest = choice;
    const isCurrent = () => newest === choice;
    chips.replaceChildren(...renderChips(chosen));
    if (choice.query === '' && chosen.length === 0 && choice.order === '') {
      results.reset();
      for (const {count, all} of boxes) count.textContent = all;
      showCount(everything, everything);
      return;
    }
    try {
      engine ??= loadWithFilters(given.finder ?? '/');
      const find = finderWith(await engine, given.commonWords ?? '');
      const {results: hits} = await find(choice);
      await results.show(hits, searchTerms(choice.query, given.commonWords ?? '').split(' '), isCurrent);
      const counts = await countChoices(find, choice, boxes);
      if (!isCurrent()) return;
      for (const [index, {count}] of boxes.entries()) count.textContent = String(counts[index]);
      if (hits.length === 0) chips.append(...(await offersFor(find, choice)));
      showCount(describe(hits.length, choice), fillIn(given.found, {found: hits.length, all: everything}));
    } catch {
      engine = undefined;
      // Each value has a page that needs no script.
      const last = chosen.at(-1);
      if (last) location.assign(last.href);
      else status.textContent = given.failed ?? '';
    }
  };

  const showCount = (message: string, found: string): void => {
    status.textContent = message;
    showList.textContent = fillIn(filters.show, {all: found});
  };

  const describe = (found: number, {query, chosen}: Choice): string => {
    const labels = chosen.length > 0 ? `: ${namesOf(chosen)}` : '';
    const counted = fillIn(query ? given.foundFor : given.found, {found, all: everything, query}) + labels;
    if (found > 0) return counted;
    const never = namesOf(chosen.filter(({all}) => all === '0'));
    const {never: neverFound, filterStatus: none} = status.dataset;
    return `${counted}. ${never ? fillIn(neverFound, {labels: never}) : none}`;
  };

  /**
   * What finds case studies: without one choice, or if that is not enough each choice alone; and a search of all pages
   * for the words.
   */
  const offersFor = async (find: Find, {query, chosen}: Choice): Promise<HTMLElement[]> => {
    const {without, only, everywhere} = chips.dataset;
    const offer = async (message: string | undefined, leave: (box: FilterBox, index: number) => FilterBox[]) => {
      const offers = chosen.map(async (box, index) => {
        const left = leave(box, index);
        const {length: count} = (await find({query, chosen: left})).results;
        return count === 0 ? [] : [renderButton(fillIn(message, {label: box.label, count}), left)];
      });
      return (await Promise.all(offers)).flat();
    };
    const fewer = query || chosen.length > 1 ? await offer(without, (_, index) => chosen.toSpliced(index, 1)) : [];
    const offers = fewer.length > 0 || chosen.length < 2 ? fewer : await offer(only, (box) => [box]);
    if (!query) return offers;
    const href = `${search.action}?${new URLSearchParams({q: query})}`;
    return [...offers, element('a', {href, textContent: fillIn(everywhere, {query})})];
  };

  /** A button that leaves some of the choices. */
  const renderButton = (textContent: string, left: readonly FilterBox[], more: Partial<HTMLButtonElement> = {}) => {
    const button = element('button', {type: 'button', textContent, ...more});
    button.addEventListener('click', () => {
      check(left);
      choose();
      // The button disappears, and must not take the focus with it.
      status.focus();
    });
    return button;
  };

  /** Above the list, a button that removes each choice, and one that removes all. */
  const renderChips = (chosen: readonly FilterBox[]): HTMLElement[] => {
    const buttons = chosen.map((box) => {
      const ariaLabel = fillIn(chips.dataset.chips, {label: box.label});
      const left = chosen.filter((other) => other !== box);
      return renderButton(box.label, left, {className: 'chip', ariaLabel});
    });
    return chosen.length > 1 ? [...buttons, renderButton(filters.clear ?? '', [])] : buttons;
  };

  const check = (chosen: readonly FilterBox[]): void => {
    for (const box of boxes) {
      box.input.checked = chosen.includes(box);
      const group = box.input.closest('details');
      if (box.input.checked && group) group.open = true;
    }
  };

  /** Chooses the filters that are named, such as `North West`, and then the one that other words begin, such as `health`. */
  const checkNamed = (): void => {
    let words = ` ${input.value.trim().toLowerCase()} `;
    const named = boxes.filter(({label}) => {
      const before = words;
      words = words.replace(` ${label.toLowerCase()} `, ' ');
      return words !== before;
    });
    const others = words.trim();
    const begun = boxes.filter(({label}) => others && label.toLowerCase().startsWith(`${others} `));
    if (named.length === 0) return;
    input.value = begun.length === 1 ? '' : others;
    const chosen = boxes.filter(({input: {checked}}) => checked);
    check([...chosen, ...named, ...(begun.length === 1 ? begun : [])]);
  };

  const readAddress = (): void => {
    const asked = new URLSearchParams(location.search);
    check(boxes.filter(({input: {name, value}}) => asked.getAll(name).includes(value)));
    input.value = asked.get('q') ?? '';
    checkNamed();
    order.value = asked.get('sort') ?? '';
    void show();
  };

  const choose = (): void => {
    checkNamed();
    const chosen = boxes.filter(({input: {checked}}) => checked).map(({input: {name, value}}) => [name, value]);
    const asked = [['q', input.value.trim()], ...chosen, ['sort', order.value]].filter(([, value]) => value);
    history.pushState(null, '', asked.length > 0 ? `?${new URLSearchParams(asked)}` : location.pathname);
    void show().then(() => {
      // The list begins above the window where its reader had scrolled on.
      if (chips.getBoundingClientRect().top < 0) chips.scrollIntoView();
    });
  };

  form.addEventListener('change', choose);
  // Opened on a phone, the filters have the screen to themselves.
  form
    .querySelector('details')
    ?.addEventListener('toggle', ({newState}) => newState === 'open' && form.scrollIntoView());
  order.addEventListener('change', choose);
  showList.addEventListener('click', () => {
    const toggle = form.querySelector('details');
    if (toggle) toggle.open = false;
    chips.scrollIntoView();
  });
  for (const part of [form, search]) {
    part.addEventListener('submit', (event) => {
      event.preventDefault();
      choose();
    });
  }
  addEventListener('popstate', readAddress);
  showCount(everything, everything);
  readAddress();
}

/** What a reader asks for: words, values and an order. */
interface Choice {
  query: string;
  chosen: readonly FilterBox[];
  order?: string;
}

function namesOf(chosen: readonly FilterBox[]): string {
  return chosen.map(({label}) => label).join(', ');
}

/** Loads the search engine with every filter, so that it counts all values. */
async function loadWithFilters(base: string): Promise<Pagefind> {
  const pagefind = await loadPagefind(base);
  await pagefind.filters();
  return pagefind;
}

/** The orders that readers can choose, by the value of the choice. */
const ORDERS: Readonly<Record<string, NonNullable<SearchOptions['sort']>>> = {
  newest: {year: 'desc'},
  title: {title: 'asc'},
};

type Find = ReturnType<typeof finderWith>;

/**
 * Finds case studies with the words and one of the chosen values of every facet, in the chosen order; if none is chosen,
 * the best match first, and without words the strongest evidence.
 */
function finderWith(pagefind: Pagefind, commonWords: string) {
  return ({query, chosen, order = ''}: Choice) => {
    const byFacet = [...Map.groupBy(chosen, ({input}) => input.name)];
    const any = byFacet.map(([facet, boxes]) => [facet, {any: boxes.map(({input}) => input.value)}]);
    const filters = {study: 'yes', ...Object.fromEntries(any)};
    const sort = ORDERS[order] ?? (query ? {} : {strength: 'asc'});
    return pagefind.search(query ? searchTerms(query, commonWords) : null, {filters, sort});
  };
}

/**
 * How many case studies one more choice would show, for each box: values in one facet are alternatives, so its own facet
 * does not count.
 */
async function countChoices(find: Find, {query, chosen}: Choice, boxes: readonly FilterBox[]): Promise<number[]> {
  const facets = [...new Set(boxes.map(({input}) => input.name))].map(async (facet) => {
    const {filters} = await find({query, chosen: chosen.filter(({input}) => input.name !== facet)});
    return [facet, filters[facet] ?? {}] as const;
  });
  const counts = new Map(await Promise.all(facets));
  return boxes.map(({input}) => counts.get(input.name)?.[input.value] ?? 0);
}

interface FilterBox {
  input: HTMLInputElement;
  label: string;
  count: HTMLElement;
  /** The count when nothing is chosen. */
  all: string;
  /** The page that lists the case studies with this value. */
  href: string;
}

/** Replaces the filter links with a form that has a checkbox for each value. */
function toFilterForm(links: HTMLElement) {
  const {className, ariaLabel} = links;
  const form = element('form', {className, ariaLabel, autocomplete: 'off'}, ...links.childNodes);
  const boxes = [...form.querySelectorAll<HTMLElement>('[data-facet]')].flatMap(toFieldset);
  // Closes the filters on a phone; it says how many case studies are left.
  const show = element('button', {type: 'button', className: 'button-link'});
  form.append(element('div', {className: 'actions'}, show));
  links.replaceWith(form);
  return {form, boxes, show};
}

function toFieldset(group: HTMLElement): FilterBox[] {
  const fieldset = element('fieldset', {ariaLabel: group.querySelector('h2')?.textContent ?? ''});
  group.replaceWith(fieldset);
  fieldset.append(group);
  const items = [...group.querySelectorAll<HTMLElement>('[data-value]')];
  return items.map((item) => toBox(group.dataset.facet ?? '', item));
}

function toBox(name: string, item: HTMLElement): FilterBox {
  const [link, count, ...rest] = item.children as unknown as [HTMLAnchorElement, HTMLElement];
  const {textContent: label, href} = link;
  const input = element('input', {type: 'checkbox', name, value: item.dataset.value ?? ''});
  item.replaceChildren(element('label', {}, input, element('span', {}, `${label} `, count)), ...rest);
  return {input, label, count, all: count.textContent, href};
}
