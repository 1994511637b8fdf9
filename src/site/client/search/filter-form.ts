export interface FilterBox {
  input: HTMLInputElement;
  label: string;
  count: HTMLElement;
  /** The count when nothing is chosen. */
  all: string;
  /** The page that lists the case studies with this value. */
  href: string;
}

interface FilterForm {
  form: HTMLFormElement;
  boxes: FilterBox[];
  /** Closes the filters on a phone; it says how many case studies are left. */
  show: HTMLButtonElement;
}

/** Replaces the filter links with a form that has a checkbox for each value. */
export function toFilterForm(links: HTMLElement): FilterForm {
  const form = document.createElement('form');
  form.className = links.className;
  form.ariaLabel = links.ariaLabel;
  form.autocomplete = 'off';
  form.append(...links.childNodes);
  const boxes = [...form.querySelectorAll<HTMLElement>('[data-facet]')].flatMap(toFieldset);
  const show = Object.assign(document.createElement('button'), {type: 'button', className: 'button-link'});
  const actions = document.createElement('div');
  actions.className = 'actions';
  actions.append(show);
  form.lastElementChild?.append(actions);
  links.replaceWith(form);
  return {form, boxes, show};
}

function toFieldset(group: HTMLElement): FilterBox[] {
  const name = group.dataset.facet ?? '';
  const fieldset = document.createElement('fieldset');
  const legend = document.createElement('legend');
  const [heading, ...rest] = group.children;
  if (heading) legend.append(heading);
  fieldset.append(legend, ...rest);
  group.replaceWith(fieldset);
  return [...fieldset.querySelectorAll<HTMLElement>('[data-value]')].map((item) => toBox(name, item));
}

function toBox(name: string, item: HTMLElement): FilterBox {
  const [link, count, ...rest] = item.children as unknown as [HTMLAnchorElement, HTMLElement];
  const label = document.createElement('label');
  const text = link.textContent;
  const input = Object.assign(document.createElement('input'), {
    type: 'checkbox',
    name,
    value: item.dataset.value ?? '',
  });
  const words = document.createElement('span');
  words.append(`${text} `, count);
  label.append(input, words);
  item.replaceChildren(label, ...rest);
  return {input, label: text, count, all: count.textContent, href: link.href};
}
