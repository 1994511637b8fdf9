import {fillIn} from './messages.ts';

/** Filters the list of figures by subject, area and year; the first choice loads the other pages of the list. */
function startFigures(form: HTMLFormElement, table: HTMLTableElement): void {
  const status = form.querySelector('[role="status"]');
  let waiting = JSON.parse(form.dataset.figures ?? '[]') as string[];

  const loadOthers = async (): Promise<void> => {
    const others = waiting.map(async (address) => (await fetch(address)).text());
    waiting = [];
    for (const text of await Promise.all(others)) {
      table.append(...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('.figure-list tbody'));
    }
    document.querySelector('.pagination')?.remove();
  };

  const show = async (): Promise<void> => {
    const chosen = [...form.querySelectorAll('select')].filter(({value}) => value);
    history.replaceState(null, '', `?${new URLSearchParams(chosen.map(({name, value}) => [name, value]))}`);
    if (waiting.length > 0) await loadOthers();
    let [found, all] = [0, 0];
    for (const group of table.tBodies) {
      const [, ...rows] = group.rows;
      for (const row of rows) {
        const data: DOMStringMap = {...group.dataset, ...row.dataset};
        row.hidden = chosen.some(({name, value}) => !data[name]?.split('|').includes(value));
      }
      const shown = rows.filter((row) => !row.hidden).length;
      group.hidden = shown === 0;
      found += shown;
      all += rows.length;
    }
    if (status) status.textContent = fillIn(form.dataset.found, {found, all});
  };

  const asked = new URLSearchParams(location.search);
  for (const choice of form.querySelectorAll('select')) choice.value = asked.get(choice.name) ?? '';
  form.addEventListener('change', () => void show());
  if (asked.size > 0) void show();
}

const form = document.querySelector<HTMLFormElement>('form[data-figures]');
const table = document.querySelector<HTMLTableElement>('.figure-list');
if (form && table) startFigures(form, table);
