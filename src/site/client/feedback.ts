/** The form for feedback works without this; with it, a link next to a figure says in the form which figure it is. */
export function startFeedbackForm(): void {
  const form = document.querySelector<HTMLFormElement>('[data-feedback-form]');
  const words = form?.querySelector('textarea');
  const seconds = form?.querySelector<HTMLInputElement>('[name="seconds"]');
  if (!form || !words) return;
  form.addEventListener('submit', () => {
    // Programs send the form at once, and people do not.
    if (seconds) seconds.value = String(Math.round(performance.now() / 1000));
  });
  for (const link of document.querySelectorAll<HTMLElement>('[data-report]')) {
    link.addEventListener('click', () => {
      const details = form.closest('details');
      if (details) details.open = true;
      words.value = `${link.dataset.report}\n\n`;
      words.focus();
    });
  }
}
