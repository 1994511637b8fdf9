/**
 * Names parts of the screen for screen readers: Decap CMS shows the controls of an entry in a list only as pictures, and
 * only its list of pages has a main part.
 */
export function nameParts(): void {
  const observer = new MutationObserver(() => {
    for (const control of document.querySelectorAll('button, [role="button"]')) {
      if (!control.textContent?.trim() && !control.ariaLabel) control.ariaLabel = nameOf(control);
    }
    const root = document.getElementById('nc-root');
    if (root) root.role = document.querySelector('main') ? null : 'main';
  });
  observer.observe(document.body, {childList: true, subtree: true});
}

function nameOf(control: Element): string {
  if (control.ariaRoleDescription) return 'Move this entry';
  return control.previousElementSibling ? 'Remove this entry' : 'Open or close this entry';
}
