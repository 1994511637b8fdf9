/** Names for parts of the screen that Decap CMS shows only as pictures, by a selector. */
const NAMES: readonly (readonly [selector: string, name: (of: string) => string])[] = [
  ['[aria-roledescription="sortable"]', (of) => `Move ${of}`],
  ['[class*="TopBarButton"]:first-of-type', (of) => `Open or close ${of}`],
  ['[class*="TopBarButton"]:last-of-type', (of) => `Remove ${of}`],
  ['button', (of) => `Open or close ${of}`],
];

/** Keeps the screen usable with a screen reader: Decap CMS leaves out names, a main part and a heading in places. */
export function keepAccessible(title: string): void {
  let isWaiting = false;
  const observer = new MutationObserver(() => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      repair(title);
    });
  });
  observer.observe(document.body, {childList: true, subtree: true});
}

function repair(title: string): void {
  document.getElementById('preview-pane')?.setAttribute('title', 'Preview of the page');
  for (const [selector, name] of NAMES) {
    for (const element of document.querySelectorAll(`#nc-root ${selector}`)) {
      if (element.textContent?.trim() || element.hasAttribute('aria-label')) continue;
      element.setAttribute('aria-label', name(partAround(element)));
    }
  }
  const root = document.getElementById('nc-root');
  if (!root || root.childElementCount === 0) return;
  // The list of pages has its own main part and heading; the form and the login have neither.
  const hasMain = document.querySelector('main') !== null;
  if (hasMain) root.removeAttribute('role');
  else root.setAttribute('role', 'main');
  const own = document.getElementById('editor-title');
  const hasHeading = document.querySelector('h1:not(#editor-title)') !== null;
  if (hasHeading) own?.remove();
  else if (!own) {
    const heading = Object.assign(document.createElement('h1'), {id: 'editor-title', textContent: title});
    root.prepend(heading);
  }
}

/** The label of the field that a control belongs to. */
function partAround(element: Element): string {
  const container = element.closest('[class*="ControlContainer"]');
  return container?.querySelector('label')?.textContent?.trim().toLowerCase() ?? 'this part';
}
