import './site.ts';
import {fillIn} from './messages.ts';

/** More would not fit side by side on a screen or on paper. */
const MOST = 3;

/** The name of the boxes in lists that choose what to compare. */
const CHOICE = 'compare';

/** Links to the comparison of the case studies that readers choose in a list; does nothing on pages without the link. */
function startChoice(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-compare-chosen]');
  if (!link) return;
  const {compareChosen} = link.dataset;
  const status = link.parentElement?.querySelector<HTMLElement>('[data-choose-more]');
  const address = link.href;
  let chosen: string[] = [];
  document.addEventListener('change', ({target}) => {
    if (!(target instanceof HTMLInputElement) || target.name !== CHOICE) return;
    const others = chosen.filter((id) => id !== target.value);
    chosen = target.checked ? [...others, target.value].slice(-MOST) : others;
    for (const box of document.querySelectorAll<HTMLInputElement>(`[name="${CHOICE}"]`)) {
      box.checked = chosen.includes(box.value);
    }
    if (status) status.textContent = chosen.length === 1 ? (status.dataset.chooseMore ?? '') : '';
    link.hidden = chosen.length < 2;
    link.href = `${address}?${chosen.join('&')}`;
    link.textContent = fillIn(compareChosen, {count: chosen.length});
  });
}

/** Shows the facts of chosen case studies side by side, at first those that the address names; does nothing on other pages. */
function startComparison(): void {
  const place = document.querySelector<HTMLElement>('[data-comparison]');
  if (!place) return;
  const selects = [...document.querySelectorAll<HTMLSelectElement>('.choices select')];
  const asked = [...new URLSearchParams(location.search).keys()].filter((name) => /^[a-z\d-]+$/.test(name));
  for (const [index, select] of selects.entries()) {
    select.value = asked[index] ?? '';
    select.addEventListener('change', () => {
      const names = selects.flatMap(({value}) => value || []);
      history.replaceState(null, '', `?${names.join('&')}`);
      void compare(place, names);
    });
  }
  void compare(place, asked);
}

let newest: readonly string[];

async function compare(place: HTMLElement, names: readonly string[]): Promise<void> {
  newest = names;
  const chosen = [...new Set(names)].slice(0, MOST);
  const pages = await Promise.all(
    chosen.map((name) => readFacts(`${place.dataset.comparison}${name}/`, place.dataset)),
  );
  const studies = pages.filter((study) => study !== undefined);
  // An older choice may be loaded after a newer one.
  if (studies.length === 0 || names !== newest) return;
  const table = document.createElement('table');
  table
    .createTHead()
    .insertRow()
    .append(...studies.map(({title}) => headerCell(title, 'col')));
  // Each term is above what the case studies say about it, so that two fit on a phone.
  for (const term of new Set(studies.flatMap(({facts}) => [...facts.keys()]))) {
    const body = table.createTBody();
    const heading = headerCell(term, 'rowgroup');
    heading.colSpan = studies.length;
    body.insertRow().append(heading);
    const row = body.insertRow();
    for (const {facts} of studies) row.insertCell().append(...(facts.get(term) ?? [place.dataset.none ?? '']));
  }
  place.replaceChildren(table);
  for (const part of document.querySelectorAll<HTMLElement>('[data-print-comparison]')) part.hidden = false;
}

interface Study {
  title: Node;
  /** What is below each term, in the order of the page. */
  facts: Map<string, (Node | string)[]>;
}

/** The facts of a case study from its page; `undefined` if there is none. */
async function readFacts(address: string, place: DOMStringMap): Promise<Study | undefined> {
  const response = await fetch(address);
  if (!response.ok) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const title = Object.assign(document.createElement('a'), {
    href: address,
    textContent: page.querySelector('h1')?.textContent ?? address,
  });
  const results = page.querySelector('.key-figures');
  // Ids of several pages would be the same, and the class is for a row of large figures.
  for (const name of ['id', 'class']) results?.removeAttribute(name);
  const facts = new Map<string, (Node | string)[]>([[place.results ?? '', [results ?? place.none ?? '']]]);
  for (const term of page.querySelectorAll('.facts dt')) {
    facts.set(term.textContent, [...(term.nextElementSibling?.childNodes ?? [])]);
  }
  return {title, facts};
}

function headerCell(content: Node | string, scope: string): HTMLTableCellElement {
  const cell = Object.assign(document.createElement('th'), {scope});
  cell.append(content);
  return cell;
}

startChoice();
startComparison();
