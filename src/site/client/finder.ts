import {toFilterForm} from './filter-form.ts';

/** Makes the filters of the finder work on the page; the address stores the choice. */
export function startFinder(): void {
  const links = document.querySelector<HTMLElement>('[data-filters]');
  const status = document.querySelector<HTMLElement>('[data-filter-status]');
  const studies = [...document.querySelectorAll<HTMLElement>('[data-filtered] > li')];
  if (!links || !status) return;
  const everything = status.textContent;
  const {form, boxes, clear} = toFilterForm(links);

  function show(): void {
    const chosen = chosenIn(boxes);
    for (const study of studies) study.hidden = !matches(study, chosen);
    for (const {input, count} of boxes) {
      // How many studies one more choice would show: values in one facet are alternatives, so its own facet does not
      // count.
      const others = chosen.filter(({name}) => name !== input.name);
      count.textContent = String(studies.filter((study) => matches(study, [...others, input])).length);
    }
    clear.hidden = chosen.length === 0;
    const found = studies.filter(({hidden}) => !hidden).length;
    const labels = boxes.flatMap(({input, label}) => (input.checked ? label : []));
    const advice = found === 0 ? `. ${status?.dataset.filterStatus}` : '';
    if (status)
      status.textContent =
        chosen.length === 0 ? everything : `${found} of ${everything}: ${labels.join(', ')}${advice}`;
  }

  function readAddress(): void {
    const query = new URLSearchParams(location.search);
    for (const {input} of boxes) input.checked = query.getAll(input.name).includes(input.value);
    show();
  }

  form.addEventListener('change', () => {
    const query = new URLSearchParams(chosenIn(boxes).map(({name, value}) => [name, value]));
    history.pushState(null, '', chosenIn(boxes).length > 0 ? `?${query}` : location.pathname);
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const {input} of boxes) input.checked = false;
    form.dispatchEvent(new Event('change'));
    // The button disappears with the last choice, and must not take the focus with it.
    boxes[0]?.input.focus();
  });
  addEventListener('popstate', readAddress);
  readAddress();
}

/** A value of a facet, such as a checkbox. */
interface Choice {
  name: string;
  value: string;
}

function chosenIn(boxes: readonly {input: HTMLInputElement}[]): Choice[] {
  return boxes.flatMap(({input}) => (input.checked ? input : []));
}

/** Whether a case study has one of the chosen values of every facet in which something is chosen. */
function matches({dataset}: HTMLElement, chosen: readonly Choice[]): boolean {
  const has = ({name, value}: Choice) => dataset[name]?.split(' ').includes(value) ?? false;
  return chosen.every(({name}) => chosen.some((choice) => choice.name === name && has(choice)));
}
