/** How long a button says that it has copied, in milliseconds. */
const SAID_FOR = 3000;

/**
 * Buttons that copy the words of the element before them, or a figure with the addresses of its source and its place;
 * they stay hidden where the browser does not let pages copy.
 */
export function startCopying(within: ParentNode = document): void {
  if (!navigator.clipboard) return;
  for (const button of within.querySelectorAll<HTMLButtonElement>('[data-copied]')) {
    const {copied = ''} = button.dataset;
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const figure = button.closest('.figure-list tr, .answer');
      const all = [...(figure?.querySelectorAll(':scope > :is(h2, p, td)') ?? [])];
      const parts = all.filter((part) => !part.contains(button));
      const sentences = parts
        .filter(({tagName}) => tagName !== 'H2')
        .flatMap((part) => [...part.childNodes].map(({textContent}) => textContent?.trim().replace(/\.$/, '')));
      const [place, ...sources] = parts.flatMap((part) => [...part.querySelectorAll('a')].map(({href}) => href));
      const before = button.previousElementSibling;
      const text = figure
        ? [...sentences, ...sources, place].filter(Boolean).join('. ')
        : (before?.textContent?.trim() ?? '');
      await navigator.clipboard.writeText(before?.tagName === 'PRE' ? text : text.replace(/\s+/g, ' '));
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = words;
      }, SAID_FOR);
    });
  }
}
