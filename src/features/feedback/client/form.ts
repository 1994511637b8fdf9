const form = document.querySelector<HTMLFormElement>('[data-feedback-form]');
const seconds = form?.querySelector<HTMLInputElement>('[name="seconds"]');

// Says how long the reader had the form open; the form works without this.
form?.addEventListener('submit', () => {
  // Programs send the form at once, and people do not.
  if (seconds) seconds.value = String(Math.round(performance.now() / 1000));
});
