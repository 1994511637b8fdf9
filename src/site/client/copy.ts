/** How long a button says that it has copied, in milliseconds. */
const SAID_FOR = 3000;

/**
 * Buttons that copy the words of the element before them, or the row of a figure with the addresses of its source and its
 * place; they stay hidden where the browser does not let pages copy.
 */
export function startCopying(within: ParentNode = document): void {
  if (!navigator.clipboard) return;
  for (const button of within.querySelectorAll<HTMLButtonElement>('[data-copied]')) {
    const {copied = ''} = button.dataset;
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const row = button.closest<HTMLTableRowElement>('.figure-list tr');
      const cells = [...(row?.cells ?? [])].slice(0, 3);
      const parts = cells.flatMap((cell) => [...cell.childNodes].map(({textContent}) => textContent?.trim()));
      const sources = [...(cells[2]?.querySelectorAll('a') ?? [])].map(({href}) => href);
      const before = button.previousElementSibling;
      const text = row
        ? [
            ...parts.filter(Boolean).map((part) => part?.replace(/\.$/, '')),
            ...sources,
            row.querySelector('a')?.href,
          ].join('. ')
        : (before?.textContent?.trim() ?? '');
      await navigator.clipboard.writeText(before?.tagName === 'PRE' ? text : text.replace(/\s+/g, ' '));
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = words;
      }, SAID_FOR);
    });
  }
}
