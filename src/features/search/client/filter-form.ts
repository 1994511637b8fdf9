import {element} from '../../../site/client/element.ts';

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
  const {className, ariaLabel} = links;
  const form = element('form', {className, ariaLabel, autocomplete: 'off'}, ...links.childNodes);
  const boxes = [...form.querySelectorAll<HTMLElement>('[data-facet]')].flatMap(toFieldset);
  const show = element('button', {type: 'button', className: 'button-link'});
  form.append(element('div', {className: 'actions'}, show));
  links.replaceWith(form);
  return {form, boxes, show};
}

function toFieldset(group: HTMLElement): FilterBox[] {
  const [heading = '', ...rest] = group.children;
  const fieldset = element('fieldset', {}, element('legend', {}, heading), ...rest);
  group.replaceWith(fieldset);
  const items = [...fieldset.querySelectorAll<HTMLElement>('[data-value]')];
  return items.map((item) => toBox(group.dataset.facet ?? '', item));
}

function toBox(name: string, item: HTMLElement): FilterBox {
  const [link, count, ...rest] = item.children as unknown as [HTMLAnchorElement, HTMLElement];
  const {textContent: label, href} = link;
  const input = element('input', {type: 'checkbox', name, value: item.dataset.value ?? ''});
  item.replaceChildren(element('label', {}, input, element('span', {}, `${label} `, count)), ...rest);
  return {input, label, count, all: count.textContent, href};
}
