/** Where this device keeps that its reader does not want the key. */
const STORAGE_KEY = 'search-key';

const KEY = '/';

/** What readers type into. */
const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

/** `/` goes to the search, arrows move between its input and its results, Escape empties or leaves. */
export function startSearchKeys(): void {
  const live = document.querySelector<HTMLInputElement>('form[data-search] input');
  const input = live ?? document.querySelector<HTMLInputElement>('header input[type="search"]');
  if (!input) return;
  startSwitch(input);
  document.addEventListener('keydown', (event) => {
    const {key, target} = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const to = key === KEY ? fromAnywhere(input, target as Element) : fromSearch(key, target as HTMLElement, live);
    if (!to) return;
    event.preventDefault();
    to.focus();
    if (key === KEY) input.select();
  });
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type="search"]')) leaveByEscape(field);
}

/** A single key can meet one that a reader's own software uses, so it can be switched off (WCAG 2.1.4). */
function startSwitch(input: HTMLInputElement): void {
  const box = document.querySelector<HTMLInputElement>('[data-search-key]');
  if (isWanted()) input.setAttribute('aria-keyshortcuts', KEY);
  if (!box) return;
  box.checked = isWanted();
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(STORAGE_KEY, box.checked ? 'on' : 'off');
    } catch {
      // Storage may be switched off: the key then goes on working.
    }
  });
}

function isWanted(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off';
  } catch {
    return true;
  }
}

function fromAnywhere(input: HTMLInputElement, target: Element): HTMLElement | undefined {
  if (target.closest(FIELDS) || !isWanted()) return undefined;
  const menu = document.querySelector<HTMLDetailsElement>('header details');
  if (menu && input.getClientRects().length === 0) menu.open = true;
  return input;
}

/** Where a key leads from the input of the search page or from one of its results. */
function fromSearch(key: string, target: HTMLElement, input: HTMLInputElement | null): HTMLElement | undefined {
  if (!input) return undefined;
  const results = [...document.querySelectorAll<HTMLElement>('[data-search-results] a')];
  const stops = [input, ...results];
  const at = stops.indexOf(target);
  if (at < 0) return undefined;
  if (key === 'ArrowDown') return stops[at + 1];
  if (at > 0 && key === 'ArrowUp') return stops[at - 1];
  return at > 0 && key === 'Escape' ? input : undefined;
}

function leaveByEscape(field: HTMLInputElement): void {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // Browsers differ in whether they empty the field by themselves, and then tell nobody.
    event.preventDefault();
    if (field.value === '') field.blur();
    else {
      field.value = '';
      field.dispatchEvent(new Event('input', {bubbles: true}));
    }
  });
}
