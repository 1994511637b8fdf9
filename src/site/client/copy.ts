/** How long a button says that it has copied, in milliseconds. */
const SAID_FOR = 3000;

/** Buttons that copy the words of the element before them; they stay hidden where the browser does not let pages copy. */
export function startCopying(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copied]')) {
    const {copied = ''} = button.dataset;
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const before = button.previousElementSibling;
      const text = before?.textContent?.trim() ?? '';
      await navigator.clipboard.writeText(before?.tagName === 'PRE' ? text : text.replace(/\s+/g, ' '));
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = words;
      }, SAID_FOR);
    });
  }
}
