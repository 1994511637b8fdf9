/** Decap CMS shows the controls of an entry in a list only as pictures: names them for screen readers. */
export function nameControls(): void {
  const observer = new MutationObserver(() => {
    for (const control of document.querySelectorAll('button, [role="button"]')) {
      if (!control.textContent?.trim() && !control.ariaLabel) control.ariaLabel = nameOf(control);
    }
  });
  observer.observe(document.body, {childList: true, subtree: true});
}

function nameOf(control: Element): string {
  if (control.ariaRoleDescription) return 'Move this entry';
  return control.previousElementSibling ? 'Remove this entry' : 'Open or close this entry';
}
