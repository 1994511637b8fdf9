/** Ctrl+K or ⌘K goes to the search box, as in many documents for developers; a single key would be in the way of others. */
addEventListener('keydown', (event) => {
  if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const input = document.querySelector<HTMLInputElement>('#page-search, #site-search');
  if (!input?.checkVisibility()) return;
  event.preventDefault();
  // Selecting alone would leave the box above the window.
  input.focus();
  input.select();
});
