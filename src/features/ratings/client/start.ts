import {element} from '../../../site/client/element.ts';

/** Lets readers sort a table by each column: its headings become buttons. Cells without a rank stay last. */
function startSorting(table: HTMLTableElement): void {
  const [body] = table.tBodies;
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (!body) return;
  for (const [column, heading] of headings.entries()) {
    const button = element('button', {type: 'button'}, ...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const order = heading.ariaSort === 'ascending' ? 'descending' : 'ascending';
      for (const other of headings) other.ariaSort = other === heading ? order : null;
      const sign = order === 'ascending' ? 1 : -1;
      const rankOf = (row: HTMLTableRowElement) => sign * Number(row.cells[column]?.dataset.rank ?? sign * Infinity);
      body.append(...[...body.rows].sort((a, b) => rankOf(a) - rankOf(b) || 0));
    });
    // A link may ask for the highest first.
    if (location.search === `?sort=${heading.dataset.sort}`) {
      button.click();
      button.click();
    }
  }
}

const boxes = [...document.querySelectorAll<HTMLInputElement>('.rated-pages input')];

/** Keeps what is ticked in the address, so that a comparison can be sent to others. */
function keepTicks(): void {
  const ticked = boxes.flatMap(({checked, value}) => (checked ? value : []));
  history.replaceState(null, '', `?${ticked.join('&')}`);
  showAddress();
}

/** On the screen to copy, and on paper. */
function showAddress(): void {
  for (const place of document.querySelectorAll('.page-head code, .printed-as')) {
    place.textContent = place.textContent.replace(/https?:[^\s,]+/, location.href);
  }
}

for (const box of boxes) {
  box.checked = location.search.slice(1).split('&').includes(box.value);
  box.addEventListener('change', keepTicks);
}
showAddress();
for (const table of document.querySelectorAll<HTMLTableElement>('[data-sortable]')) startSorting(table);
