/** The error below a field of Decap CMS, and the field with its label. */
const ERROR = '[class*="ControlErrorsList"]';
const FIELD = '[class*="ControlContainer"]';

/** Saves with one click, and shows the first field that stops it: Decap CMS opens a menu, and does not scroll. */
export function improveSaving(panel: HTMLElement): void {
  const open = ({target}: MouseEvent) => {
    const control = target instanceof Element && target.closest('[class*="PublishButton"]');
    if (!control || control.ariaExpanded === 'true') return;
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('[role="menuitem"]')?.click();
      setTimeout(() => showRefusal(panel), SHOWN_AFTER);
    });
  };
  // Before Decap CMS hears of it.
  document.addEventListener('click', open, true);
}

/** Decap CMS shows its errors within so many milliseconds. */
const SHOWN_AFTER = 300;

function showRefusal(panel: HTMLElement): void {
  const error = document.querySelector(ERROR);
  const field = error?.closest(FIELD);
  if (!field) return;
  const label = field.querySelector('label')?.textContent;
  panel.textContent = `Not saved: ${error?.textContent ?? ''} See the field “${label}”.`;
  field.scrollIntoView({block: 'center'});
  field.querySelector<HTMLElement>('input, textarea')?.focus();
}
