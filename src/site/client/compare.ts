import {fillIn} from './messages.ts';

/** More would not fit side by side on a screen or on paper. */
const MOST = 3;

/** The name of the boxes in lists that choose what to compare. */
const CHOICE = 'compare';

/** Links to the comparison of the case studies that readers choose in a list; does nothing on pages without the link. */
export function startChoice(): void {
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

/** Shows the facts of the case studies that the address names side by side; does nothing on other pages. */
export async function startComparison(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-comparison]');
  if (!place) return;
  const names = [...new URLSearchParams(location.search).keys()].filter((name) => /^[a-z\d-]+$/.test(name));
  const pages = await Promise.all(
    names.slice(0, MOST).map((name) => readFacts(`${place.dataset.comparison}${name}/`, place.dataset)),
  );
  const studies = pages.filter((study) => study !== undefined);
  if (studies.length === 0) return;
  const table = Object.assign(document.createElement('table'), {className: 'by-row'});
  const head = table.createTHead().insertRow();
  head.append(document.createElement('td'), ...studies.map(({title}) => headerCell(title, 'col')));
  const body = table.createTBody();
  for (const term of new Set(studies.flatMap(({facts}) => [...facts.keys()]))) {
    const row = body.insertRow();
    row.append(headerCell(term, 'row'));
    for (const {facts, title} of studies) {
      const cell = row.insertCell();
      cell.dataset.label = title.textContent ?? '';
      cell.append(...(facts.get(term) ?? []));
    }
  }
  place.replaceChildren(table);
}

interface Study {
  title: Node;
  /** What is below each term, in the order of the page. */
  facts: Map<string, Node[]>;
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
  const facts = new Map<string, Node[]>([[place.results ?? '', [results ?? new Text(place.none)]]]);
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
