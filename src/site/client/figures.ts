import {startCopying} from './copy.ts';
import {fillIn} from './messages.ts';

/** Filters the list of figures by words, subject, area and year; the first choice loads the other pages of the list. */
function startFigures(form: HTMLFormElement, table: HTMLTableElement): void {
  const status = form.querySelector('[role="status"]');
  const fields = form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select');
  let waiting = JSON.parse(form.dataset.figures ?? '[]') as string[];

  const loadOthers = async (): Promise<void> => {
    const others = waiting.map(async (address) => (await fetch(address)).text());
    waiting = [];
    for (const text of await Promise.all(others)) {
      const bodies = new DOMParser().parseFromString(text, 'text/html').querySelectorAll('.figure-list tbody');
      for (const body of bodies) startCopying(body);
      table.append(...bodies);
    }
    document.querySelector('.pagination')?.remove();
  };

  const show = async (): Promise<void> => {
    const chosen = [...fields].filter(({value}) => value);
    history.replaceState(null, '', `?${new URLSearchParams(chosen.map(({name, value}) => [name, value]))}`);
    if (waiting.length > 0) await loadOthers();
    let [found, all] = [0, 0];
    for (const group of table.tBodies) {
      const [, ...rows] = group.rows;
      for (const row of rows) {
        const data: DOMStringMap = {...group.dataset, ...row.dataset};
        const text = `${group.rows[0]?.textContent} ${row.textContent}`.toLowerCase();
        row.hidden = chosen.some(({name, value}) =>
          name === 'q'
            ? value
                .toLowerCase()
                .split(/\s+/)
                .some((word) => !text.includes(word))
            : !data[name]?.split('|').includes(value),
        );
      }
      const shown = rows.filter((row) => !row.hidden).length;
      group.hidden = shown === 0;
      found += shown;
      all += rows.length;
    }
    if (table.tHead) table.tHead.hidden = found === 0;
    if (status) status.textContent = fillIn(form.dataset.found, {found, all});
  };

  const asked = new URLSearchParams(location.search);
  for (const field of fields) field.value = asked.get(field.name) ?? '';
  form.addEventListener('input', () => void show());
  form.addEventListener('submit', (event) => event.preventDefault());
  if (asked.size > 0) void show();
}

const form = document.querySelector<HTMLFormElement>('form[data-figures]');
const table = document.querySelector<HTMLTableElement>('.figure-list');
if (form && table) startFigures(form, table);
